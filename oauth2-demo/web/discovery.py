"""Metadata and keys: RFC 8414, RFC 9728, RFC 7517."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.metadata import (
    protected_resource_metadata,
    resource_metadata_path,
)
from oauth2_demo.web.endpoint import Endpoint
from oauth2_demo.web.exchange import public_json_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.web.exchange import Answer, WebRequest

    Handler = Callable[[WebRequest], Awaitable[Answer]]


def discovery_endpoints(services: Services, resources: Iterable[ProtectedResource]) -> dict[str, Endpoint]:
    """Give the documents by path.

    The metadata lie at both well-known addresses. RFC 8414 puts the well-known part before the path of the issuer,
    OpenID Connect Discovery after it; both spellings of both are served, as clients try them all.
    """
    endpoints = services.endpoints
    publishes_jwks = bool(services.keys.current().public_jwks())
    metadata = Endpoint({"GET": _fixed(services.server_metadata(publishes_jwks=publishes_jwks))})
    paths = [endpoints.well_known(name) for name in ("oauth-authorization-server", "openid-configuration")]
    routes = dict.fromkeys([*paths, f"{endpoints.path_prefix}/.well-known/openid-configuration"], metadata)
    for resource in resources:
        document = protected_resource_metadata(endpoints.issuer, resource)
        routes[resource_metadata_path(resource.url)] = Endpoint({"GET": _fixed(document)})
    if publishes_jwks:
        routes[f"{endpoints.path_prefix}/oauth2/jwks"] = Endpoint({"GET": _jwks(services)})
    return routes


def _fixed(document: Mapping[str, object]) -> Handler:
    answer = public_json_answer(document)

    async def give(request: WebRequest) -> Answer:
        del request
        return answer

    return give


def _jwks(services: Services) -> Handler:
    async def give(request: WebRequest) -> Answer:
        del request
        return public_json_answer({"keys": services.keys.current().public_jwks()})

    return give
