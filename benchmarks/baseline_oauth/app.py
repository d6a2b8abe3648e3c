"""The OAuth2 server that everyone writes first: FastAPI's tutorial, with python-jose, for comparison.

`Form()` parameters, `Depends()`, pydantic response models, secrets compared in plain, no audit, no revocation. It is
written as its own documentation teaches it and made no slower than that.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import uuid4

from fastapi import Depends, FastAPI, Form, HTTPException, status
from fastapi.security import OAuth2PasswordBearer
from jose import JWTError, jwt
from pydantic import BaseModel

SECRET_KEY = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
ALGORITHM = "HS256"
ACCESS_TOKEN_EXPIRE_MINUTES = 30
CLIENTS = {"mcp-client": {"secret": "secret", "scope": "mcp.access"}}

app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="/oauth2/token")


class Token(BaseModel):
    """The token answer."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str


class Client(BaseModel):
    """Who is calling."""

    client_id: str
    scope: str


class Hello(BaseModel):
    """The protected answer."""

    message: str
    authenticated_client: str
    timestamp: datetime


def create_access_token(data: dict[str, str], expires_delta: timedelta) -> str:
    """Sign a token."""
    now = datetime.now(UTC)
    token: str = jwt.encode(
        {**data, "iat": now, "exp": now + expires_delta, "jti": str(uuid4())}, SECRET_KEY, algorithm=ALGORITHM
    )
    return token


async def get_current_client(token: Annotated[str, Depends(oauth2_scheme)]) -> Client:
    """Verify the token of a request."""
    credentials_exception = HTTPException(
        status_code=status.HTTP_401_UNAUTHORIZED,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": "Bearer"},
    )
    try:
        payload = jwt.decode(token, SECRET_KEY, algorithms=[ALGORITHM], audience="mcp-client")
    except JWTError:
        raise credentials_exception from None
    client_id = payload.get("sub")
    if client_id is None or "mcp.access" not in payload.get("scope", "").split():
        raise credentials_exception
    return Client(client_id=client_id, scope=payload["scope"])


@app.post("/oauth2/token")
async def issue_token(
    grant_type: Annotated[str, Form()],
    client_id: Annotated[str, Form()],
    client_secret: Annotated[str, Form()],
    scope: Annotated[str, Form()] = "mcp.access",
) -> Token:
    """Issue a token to a client."""
    client = CLIENTS.get(client_id)
    if grant_type != "client_credentials":
        raise HTTPException(status_code=400, detail="unsupported_grant_type")
    if client is None or client["secret"] != client_secret:
        raise HTTPException(status_code=401, detail="invalid_client", headers={"WWW-Authenticate": "Basic"})
    access_token = create_access_token(
        {"sub": client_id, "aud": client_id, "scope": scope}, timedelta(minutes=ACCESS_TOKEN_EXPIRE_MINUTES)
    )
    return Token(
        access_token=access_token, token_type="Bearer", expires_in=ACCESS_TOKEN_EXPIRE_MINUTES * 60, scope=scope
    )


@app.get("/hello")
async def hello(client: Annotated[Client, Depends(get_current_client)]) -> Hello:
    """The protected resource."""
    return Hello(
        message="Hello from MCP OAuth2 Demo!", authenticated_client=client.client_id, timestamp=datetime.now(UTC)
    )
