"""Tokens, keys and passwords, shaped like those of their vendors."""

from __future__ import annotations

import base64
import json
import string

from pii_corpus.values.source import ALNUM, Source

_BASE32 = string.ascii_uppercase + "234567"


def jwt(s: Source) -> str:
    """A signed token with a readable header."""

    def part(value: dict[str, object]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    head = s.rng.choice(
        ({"alg": "HS256", "typ": "JWT"}, {"alg": "RS256", "kid": s.digits(6)}, {"typ": "JWT", "alg": "ES256"})
    )
    return f"{part(dict(head))}.{part({'sub': s.body(8), 'exp': s.rng.randint(1700000000, 1800000000)})}.{s.body(43)}"


def aws(s: Source) -> str:
    """Amazon access key id."""
    return s.rng.choice(("AKIA", "AKIA", "ASIA")) + s.body(16, _BASE32)


def github(s: Source) -> str:
    """GitHub token."""
    return s.rng.choice(("ghp_", "gho_", "ghu_", "ghs_", "ghr_")) + s.body(36)


def github_fine(s: Source) -> str:
    """GitHub fine-grained token."""
    return f"github_pat_{s.body(22)}_{s.body(59)}"


def openai(s: Source) -> str:
    """OpenAI key."""
    return f"sk-{s.body(20)}T3BlbkFJ{s.body(20)}"


def openai_project(s: Source) -> str:
    """OpenAI project key."""
    return f"sk-proj-{s.body(74)}T3BlbkFJ{s.body(74)}"


def anthropic(s: Source) -> str:
    """Anthropic key."""
    return f"sk-ant-api03-{s.body(93, ALNUM + '-_')}AA"


def slack(s: Source) -> str:
    """Slack token."""
    return f"{s.rng.choice(('xoxb', 'xoxp'))}-{s.digits(12)}-{s.digits(12)}-{s.body(24)}"


def stripe(s: Source) -> str:
    """Stripe key."""
    return s.rng.choice(("sk_live_", "sk_test_", "rk_live_")) + s.body(s.rng.choice((24, 32)))


def google(s: Source) -> str:
    """Google key."""
    return "AIza" + s.body(35, ALNUM + "_-")[:34] + s.body(1)


def npm(s: Source) -> str:
    """npm token."""
    return "npm_" + s.body(36)


def hugging_face(s: Source) -> str:
    """Hugging Face token."""
    return "hf_" + s.body(34)


def gitlab(s: Source) -> str:
    """GitLab token."""
    return "glpat-" + s.body(20)


def pypi(s: Source) -> str:
    """PyPI token."""
    return "pypi-AgEIcHlwaS5vcmc" + s.body(s.rng.randint(70, 120))


def api_key(s: Source) -> str:
    """A key of some vendor."""
    return s.rng.choice(
        (
            aws,
            github,
            github_fine,
            openai,
            openai_project,
            anthropic,
            slack,
            stripe,
            google,
            npm,
            hugging_face,
            gitlab,
            pypi,
        )
    )(s)


def _pem(s: Source, kind: str, newline: str) -> str:
    lines = [s.body(64, ALNUM + "+/") for _ in range(s.rng.randint(3, 6))]
    return newline.join((f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"))


def pem(s: Source) -> str:
    """A private key."""
    return _pem(
        s,
        s.rng.choice(
            ("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY")
        ),
        "\n",
    )


def pem_json(s: Source) -> str:
    """A private key inside a JSON string."""
    return _pem(s, s.rng.choice(("PRIVATE KEY", "RSA PRIVATE KEY")), "\\n")


def pem_public(s: Source) -> str:
    """A certificate or public key: nothing to hide."""
    return _pem(s, s.rng.choice(("PUBLIC KEY", "CERTIFICATE", "CERTIFICATE REQUEST")), "\n")


def userinfo(s: Source) -> str:
    """User and password of a URL."""
    secret = s.rng.choice(
        (
            f"{s.body(10)}",
            f"p%40ss{s.digits(3)}",
            f"Tr0ub{s.digits(2)}!x",
            f"{s.body(6)}-{s.body(4)}",
            f"S3cret${s.digits(2)}",
        )
    )
    return f"{s.rng.choice(('app', 'svc', 'root', 'deploy', 'report_user', ''))}:{secret}"
