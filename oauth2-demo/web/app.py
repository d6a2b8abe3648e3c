"""The one application factory of both servers."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Route

from oauth2_demo.web.authorization import AuthorizationEndpoints
from oauth2_demo.web.discovery import discovery_endpoints
from oauth2_demo.web.endpoint import Endpoint, send_answer, whole_answer
from oauth2_demo.web.error_handlers import Refusals
from oauth2_demo.web.gate import Gate
from oauth2_demo.web.health import health_endpoints
from oauth2_demo.web.openapi import openapi_document
from oauth2_demo.web.resource import HelloResource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.web.direct import Serve


@dataclass(frozen=True)
class MountedMcp:
    """A protected MCP endpoint inside this server."""

    app: ASGIApp
    resource: ProtectedResource
    path: str
    # Runs the session manager: the lifespan of a mounted application never runs by itself.
    lifespan: Callable[[], AbstractAsyncContextManager[None]]


class OAuthApp(FastAPI):
    """FastAPI with a short way to the routes of ours.

    FastAPI assembles, documents, and serves what else is mounted. A path of ours is found by one dictionary look-up
    instead of seven middlewares and a list of patterns, which took as long as the endpoint itself.
    """

    def __init__(self, gate: Gate, endpoints: Mapping[str, Endpoint], **options: object) -> None:
        """Answer `endpoints` behind `gate`; `options` are FastAPI's."""
        super().__init__(**options)  # type: ignore[arg-type] # handed through as they are
        self._gate = gate
        self._endpoints = endpoints
        for path, endpoint in endpoints.items():
            self.router.routes.append(Route(path, endpoint, methods=endpoint.methods, include_in_schema=False))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the lifespan. Every request passes the gate."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        refusal = self._gate.refusal(scope["headers"])
        if refusal is not None:
            await send_answer(scope, send, whole_answer(refusal), with_body=scope["method"] != "HEAD")
            return
        endpoint = self._endpoints.get(scope["path"])
        if endpoint is None:
            await super().__call__(scope, receive, send)
        else:
            await endpoint(scope, receive, send)

    def prepare(self, scope: Scope) -> Serve | None:
        """See `DirectApp`. The gate looks at nothing but the head, so what it says holds for the next such request."""
        endpoint = self._endpoints.get(scope["path"])
        return endpoint.prepare(scope) if endpoint and self._gate.refusal(scope["headers"]) is None else None


def assemble_app(services: Services, *, mcp: MountedMcp | None = None) -> OAuthApp:
    """Build the application.

    Args:
        services: What it works with. They are closed when the application ends.
        mcp: The protected MCP endpoint of the integrated server.
    """
    is_development = services.environment == "development"
    app = OAuthApp(
        Gate.of(services.own_urls, services.own_hosts),
        _endpoints(services, mcp),
        title="mcp-docker OAuth2 server",
        version=version("mcp-docker"),
        docs_url="/docs" if is_development else None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan(services, mcp),
        exception_handlers={HTTPException: _plain_error},
    )
    document = openapi_document(services.endpoints, version=app.version)
    app.openapi = lambda: document  # type: ignore[method-assign] # the way that FastAPI documents
    if mcp is not None:
        # With and without slash: a redirect would make clients send their token a second time.
        app.router.routes += [Route(path, mcp.app, include_in_schema=False) for path in (mcp.path, f"{mcp.path}/")]
    return app


def _endpoints(services: Services, mcp: MountedMcp | None) -> dict[str, Endpoint]:
    refusals = Refusals(services.events, services.rate_limit)
    authorization = AuthorizationEndpoints(services)
    hello = refusals.guard("hello", HelloResource(services).hello, services.hello_guard.resource)
    authorize = refusals.guard("authorize", authorization.authorize)
    prefix = services.endpoints.path_prefix
    resources = (*services.own_resources, *([mcp.resource] if mcp else []))
    return {
        f"{prefix}/oauth2/token": Endpoint({"POST": refusals.guard("token", authorization.token)}),
        f"{prefix}/oauth2/introspect": Endpoint({"POST": refusals.guard("introspect", authorization.introspect)}),
        f"{prefix}/oauth2/revoke": Endpoint({"POST": refusals.guard("revoke", authorization.revoke)}),
        f"{prefix}/oauth2/authorize": Endpoint({"GET": authorize, "POST": authorize}),
        f"{prefix}/hello": Endpoint({"GET": hello}),
        **discovery_endpoints(services, resources),
        **health_endpoints(services),
    }


def _lifespan(services: Services, mcp: MountedMcp | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        del app
        async with AsyncExitStack() as stack:
            stack.callback(services.close)
            if mcp is not None:
                await stack.enter_async_context(mcp.lifespan())
            yield

    return lifespan


async def _plain_error(request: Request, error: Exception) -> JSONResponse:
    """Give what FastAPI itself refuses the shape of all other errors."""
    del request
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    description = "nothing is here" if status == 404 else "this request cannot be served"
    document = {"error": "invalid_request", "error_description": description}
    return JSONResponse(document, status_code=status, headers=headers)
