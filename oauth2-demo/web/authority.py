"""The name that a request is for, settled before anything decides by it: RFC 9112, sections 3.2 and 3.2.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from oauth2_demo.mcp_server.origins import is_authority

if TYPE_CHECKING:
    from oauth2_demo.web.exchange import Header

_ABSOLUTE_FORM: Final = re.compile(rb"(?:http|https)://([^/?#]+)", re.IGNORECASE)


def settle_host(target: bytes, fields: list[Header], http_version: str) -> None:
    """See that a request names one host, and let Host be what an absolute target says instead of it.

    Args:
        target: The request target.
        fields: The fields of the head, with names in lower case. A Host that does not count is exchanged.
        http_version: That of the request: before 1.1 a request needs no Host.

    Raises:
        ValueError: The request is to be answered with 400.
    """
    hosts = [value for name, value in fields if name == b"host"]
    if len(hosts) > 1 or (not hosts and http_version == "1.1"):
        raise ValueError("not exactly one Host")
    if not all(is_authority(host.decode("latin-1")) for host in hosts):
        raise ValueError("a Host that is no host and port")
    if target[:1] in {b"/", b"*"}:
        return
    absolute = _ABSOLUTE_FORM.match(target)
    if absolute is None or not is_authority(absolute[1].decode("latin-1")):
        raise ValueError("a target that names no host")
    fields[:] = [(b"host", absolute[1]), *((name, value) for name, value in fields if name != b"host")]
