"""Addresses of machines, tokens and keys."""

from __future__ import annotations

import base64
import json
import string
from ipaddress import IPv6Address
from typing import TYPE_CHECKING

from pii_corpus.checks import iban_digits
from pii_corpus.stranger_b.draw import ALNUM, digits, grouped, letters, marked, often
from pii_corpus.stranger_b.words import pick

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

_BASE64 = ALNUM + "+/"
_URL64 = ALNUM + "-_"
# Letters and digits of the account part by country, after ISO 13616.
_IBAN = {
    "DE": "0" * 18,
    "GB": "AAAA" + "0" * 14,
    "FR": "0" * 23,
    "NL": "AAAA" + "0" * 10,
    "ES": "0" * 20,
    "IT": "A" + "0" * 22,
    "CH": "0" * 17,
    "BE": "0" * 12,
    "AT": "0" * 16,
    "PL": "0" * 24,
}


def _ip4(rng: random.Random) -> str:
    first = rng.choice((13, 34, 52, 58, 61, 88, 112, 121, 175, 211, 218))
    public = f"{first}.{rng.randint(1, 254)}.{rng.randint(0, 254)}.{rng.randint(1, 254)}"
    return often(
        rng,
        (45, public),
        (20, f"10.{rng.randint(0, 250)}.{rng.randint(0, 250)}.{rng.randint(1, 250)}"),
        (15, f"192.168.{rng.randint(0, 200)}.{rng.randint(2, 250)}"),
        (6, f"172.{rng.randint(16, 31)}.{rng.randint(0, 250)}.{rng.randint(1, 250)}"),
        (14, f"{rng.choice(('203.0.113', '198.51.100'))}.{rng.randint(1, 254)}"),
    )


def _ip6(rng: random.Random) -> str:
    head = rng.choice((0x20010DB8, 0x240607F0, 0x2A001450))
    tail = rng.choice((rng.getrandbits(64), rng.getrandbits(16), 1))
    address = IPv6Address(head << 96 | rng.getrandbits(16) << 80 | tail)
    return often(rng, (80, str(address)), (20, address.exploded))


def _iban(rng: random.Random) -> str:
    country = rng.choice(sorted(_IBAN))
    shape = _IBAN[country]
    body = "".join(rng.choice(string.ascii_uppercase if c == "A" else string.digits) for c in shape)
    whole = country + iban_digits(country, body) + body
    return often(rng, (50, whole), (50, " ".join(whole[i : i + 4] for i in range(0, len(whole), 4))))


def _segment(data: dict[str, str | int]) -> str:
    return base64.urlsafe_b64encode(json.dumps(data, separators=(",", ":")).encode()).decode().rstrip("=")


def _jwt(rng: random.Random) -> str:
    header: dict[str, str | int] = {"alg": rng.choice(("HS256", "RS256", "ES256")), "typ": "JWT"}
    if rng.random() < 0.4:
        header["kid"] = letters(rng, 8)
    payload: dict[str, str | int] = {
        "sub": digits(rng, 6),
        "iat": rng.randint(1_690_000_000, 1_760_000_000),
        "scope": "read",
    }
    return f"{_segment(header)}.{_segment(payload)}.{letters(rng, rng.choice((43, 86)), _URL64)}"


def _key(rng: random.Random) -> str:
    return often(
        rng,
        (20, rng.choice(("AKIA", "ASIA")) + letters(rng, 16, string.ascii_uppercase + "234567")),
        (18, rng.choice(("ghp_", "gho_", "ghs_")) + letters(rng, 36)),
        (4, f"github_pat_{letters(rng, 22)}_{letters(rng, 59)}"),
        (8, f"sk-{letters(rng, 20)}T3BlbkFJ{letters(rng, 20)}"),
        (8, f"sk-proj-{letters(rng, 74, _URL64)}T3BlbkFJ{letters(rng, 74, _URL64)}"),
        (8, f"sk-ant-api03-{letters(rng, 93, _URL64)}AA"),
        (8, f"{rng.choice(('xoxb', 'xoxp'))}-{digits(rng, 12, '123')}-{digits(rng, 13, '123')}-{letters(rng, 24)}"),
        (8, rng.choice(("sk_live_", "sk_test_", "rk_live_")) + letters(rng, 24)),
        (8, f"AIza{letters(rng, 35, _URL64)}"),
        (4, f"npm_{letters(rng, 36)}"),
        (4, f"hf_{letters(rng, 34, string.ascii_letters)}"),
        (5, f"glpat-{letters(rng, 20)}"),
        (2, f"pypi-AgEIcHlwaS5vcmc{letters(rng, 120, _URL64)}"),
    )


def _pem(rng: random.Random, newline: str) -> str:
    kind = rng.choice(("RSA ", "EC ", "", "OPENSSH ", "ENCRYPTED "))
    body = newline.join(letters(rng, 64, _BASE64) for _ in range(rng.randint(3, 7)))
    return newline.join(
        (
            f"-----BEGIN {kind}PRIVATE KEY-----",
            body,
            letters(rng, 30, _BASE64) + "==",
            f"-----END {kind}PRIVATE KEY-----",
        )
    )


def _userinfo(rng: random.Random) -> str:
    return f"{pick(rng, '_db_user')}:{pick(rng, '_db_password')}"


def _public_pem(rng: random.Random) -> str:
    kind = rng.choice(("PUBLIC KEY", "CERTIFICATE", "CERTIFICATE REQUEST"))
    return "\n".join(
        (f"-----BEGIN {kind}-----", *(letters(rng, 64, _BASE64) for _ in range(3)), f"-----END {kind}-----")
    )


SECRETS: dict[str, Maker] = {
    "ip4": lambda rng: marked("IP", _ip4(rng)),
    "ip6": lambda rng: marked("IP", _ip6(rng)),
    "ip": lambda rng: marked("IP", _ip4(rng) if rng.random() < 0.85 else _ip6(rng)),
    "local": lambda rng: marked("?IP", rng.choice(("127.0.0.1", "0.0.0.0"))),  # noqa: S104 - text of a record, no socket
    "netmask": lambda rng: marked("?IP", rng.choice(("255.255.255.0", "255.255.0.0", "255.255.255.240"))),
    "network": lambda rng: marked("?IP", rng.choice(("10.0.0.0", "172.16.0.0", "192.168.0.0"))),
    "iban": lambda rng: marked("I", _iban(rng)),
    "jwt": lambda rng: marked("J", _jwt(rng)),
    "key": lambda rng: marked("K", _key(rng)),
    "awskey": lambda rng: marked("K", "AKIA" + letters(rng, 16, string.ascii_uppercase + "234567")),
    "awssecret": lambda rng: marked("?K", letters(rng, 40, _BASE64)),
    "ghkey": lambda rng: marked("K", f"ghp_{letters(rng, 36)}"),
    "pem": lambda rng: marked("PK", _pem(rng, "\n")),
    "pem_json": lambda rng: marked("PK", _pem(rng, "\\n")),
    "public_pem": _public_pem,
    "cred": lambda rng: marked("UC", _userinfo(rng)),
    "cred_redis": lambda rng: marked("UC", f":{pick(rng, '_db_password')}"),
    "mac": lambda rng: ":".join(letters(rng, 2, "0123456789abcdef") for _ in range(6)),
    "uuid": lambda rng: grouped(letters(rng, 32, "0123456789abcdef"), (8, 4, 4, 4, 12), "-"),
    "sha": lambda rng: letters(rng, rng.choice((40, 64)), "0123456789abcdef"),
    "short_sha": lambda rng: letters(rng, 7, "0123456789abcdef"),
}
