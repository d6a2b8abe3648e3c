"""A token asked for to be looked at. It is shown only on demand, and otherwise revoked at once.

What a tool returns enters the context of a model and whatever records that. A live token there is a credential in too
many places, so by default the answer holds its claims and the token itself is given back (RFC 7009).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from oauth2_demo.mcp_server.errors import CodedToolError, forbidden, invalid, unauthorized, unavailable
from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.models import IssuedToken
from oauth2_demo.oauth_client.status import METADATA_PATH
from oauth2_demo.oauth_client.texts import say, say_why
from oauth2_demo.oauth_client.unverified import UnverifiedToken, read_unverified

if TYPE_CHECKING:
    from oauth2_demo.oauth_client.installation import Installation, Language
    from oauth2_demo.oauth_client.server_client import OAuthServerClient

_OK = 200


class TokenRequest:
    """Asks for one token, as the configured client."""

    def __init__(self, client: OAuthServerClient, installation: Installation, language: Language) -> None:
        self._client = client
        self._installation = installation
        self._language = language

    async def run(self, *, scope: str, resource: str, show: bool) -> IssuedToken:
        """Ask for a token and tell what is in it.

        Raises:
            CodedToolError: There is no server, or it refuses; the sentence says what to do.
        """
        if show and self._installation.is_production:
            raise forbidden(say(self._language, "token_in_production"))
        try:
            answer = await self._issued(scope, resource)
            token = str(answer["access_token"])
            seen = read_unverified(token)
            revoked = not show and await self._give_back(token)
        except ServerUnreachableError as error:
            url = self._installation.server_url
            raise unavailable(say(self._language, "down", url=url, reason=say_why(self._language, error))) from None
        except (UnexpectedAnswerError, KeyError, ValueError) as error:
            raise unavailable(self._garbage(error)) from None
        return self._told(answer, seen, token if show else None, revoked=revoked)

    async def _issued(self, scope: str, resource: str) -> dict[str, object]:
        reply = await self._client.request_token(scope=scope, resource=resource)
        document = reply.document("/oauth2/token")
        if reply.status != _OK:
            raise self._refusal(str(document.get("error")))
        return document

    def _refusal(self, unverified_error: str) -> CodedToolError:
        kinds = {"invalid_client": unauthorized, "invalid_scope": invalid, "invalid_target": invalid}
        key = unverified_error if unverified_error in kinds else "other_refusal"
        advice = say(self._language, key, resource=self._installation.resource_url)
        # What the server calls it is repeated only where it is a code that we know.
        error = unverified_error if unverified_error in kinds else "unknown error"
        return kinds.get(unverified_error, unavailable)(say(self._language, "refused", error=error, advice=advice))

    async def _give_back(self, token: str) -> bool:
        metadata = (await self._client.get(METADATA_PATH)).document(METADATA_PATH)
        endpoint = metadata.get("revocation_endpoint")
        return isinstance(endpoint, str) and (await self._client.revoke(endpoint, token)).status == _OK

    def _garbage(self, error: Exception) -> str:
        what, status = (
            (error.what, error.status) if isinstance(error, UnexpectedAnswerError) else ("/oauth2/token", _OK)
        )
        return say(self._language, "garbage", url=self._installation.server_url, what=what, status=status)

    def _told(
        self, answer: dict[str, object], seen: UnverifiedToken, shown_token: str | None, *, revoked: bool
    ) -> IssuedToken:
        issued_at, expires_at = _instant(seen.number("iat")), _instant(seen.number("exp"))
        key = "token_kept" if shown_token else "token_revoked" if revoked else "token_not_revoked"
        return IssuedToken(
            summary=say(self._language, key, client=self._installation.client_id, expires_at=expires_at),
            token_type=str(answer.get("token_type")),
            scope=str(answer.get("scope")),
            issued_at=issued_at,
            expires_at=expires_at,
            expires_in_s=round(seen.number("exp") - seen.number("iat")),
            header={name: str(value) for name, value in seen.header.items()},
            claims={name: _plain(value) for name, value in seen.claims.items()},
            access_token=shown_token,
            revoked=revoked,
        )


def _instant(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _plain(value: object) -> str | int | float | list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return value if isinstance(value, int | float) else str(value)
