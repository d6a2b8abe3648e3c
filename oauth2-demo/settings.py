"""The only reader of the environment: every setting, its default and its unit.

Each setting is read from `OAUTH2_DEMO_<NAME>`. A secret can also be given as `OAUTH2_DEMO_<NAME>_FILE`, the path
of a file that holds it, so that it stands in no process list and in no Compose file.
"""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from oauth2_demo.access.parameters import environment_name

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

PREFIX = "OAUTH2_DEMO_"
DEMO_CLIENT_ID = "mcp-client"
DEMO_CLIENT_SECRET = "secret"  # noqa: S105 - the documented demo credential, refused in production
DEFAULT_PORT = 8081
_LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
_SECRET_FIELDS = ("client_secret", "database_url")


def _without_trailing_slash(url: str) -> str:
    """Keep URLs as written but for a trailing slash: issuer and audience are compared character by character."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("must be an absolute http or https URL such as http://localhost:8081")
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("must have no query, no fragment and no user")
    return url.rstrip("/")


def _networks(text: str) -> str:
    """Refuse what is no list of addresses: whoever counts as a proxy may say for whom it speaks."""
    for part in text.split():
        try:
            ipaddress.ip_network(part)
        except ValueError:
            raise ValueError("must be addresses or networks such as 172.18.0.2 or 10.0.0.0/8") from None
    return text


HttpUrlText = Annotated[str, AfterValidator(_without_trailing_slash)]


class SecretFileError(ValueError):
    """A file that a setting names cannot be read."""


class _SecretFileSource(PydanticBaseSettingsSource):
    """Reads `OAUTH2_DEMO_<NAME>_FILE` for the settings that are secrets."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        del field
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE") if field_name in _SECRET_FIELDS else None
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except OSError as error:
            raise SecretFileError(
                f"{PREFIX}{field_name.upper()}_FILE names {path}, which cannot be read: {error.strerror}; "
                "make it readable for the user that this server runs as, and for nobody else"
            ) from None

    def __call__(self) -> dict[str, Any]:
        values = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in values.items() if value is not None}


class Settings(BaseSettings):
    """All settings, frozen. Raises `pydantic.ValidationError`, which never shows a rejected value."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    home: Path = Field(default=Path(__file__).parent, description="Holds `keys/`, `logs/` and `data/`.")
    keys_dir: Path = Field(default=Path(), validate_default=True, description="Key files; default `HOME/keys`.")
    audit_log: Path = Field(
        default=Path(),
        validate_default=True,
        description="The audit log; default `HOME/logs/security_audit.log`.",
    )
    database_url: SecretStr = Field(
        default=SecretStr(""),
        description="Where clients and revocations live; default SQLite in `HOME/data`.",
    )

    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=DEFAULT_PORT, ge=0, le=65535, description="Port to listen on.")
    issuer: HttpUrlText = Field(
        default="", description="What tokens say in `iss`: the public URL; default `http://localhost:PORT`."
    )
    server_url: HttpUrlText = Field(
        default="", description="Where tools and containers reach the OAuth2 server; default `ISSUER`."
    )
    mcp_resource_url: HttpUrlText = Field(
        default="",
        description="The URL of the protected MCP endpoint, as clients use it; default `ISSUER/mcp`.",
    )

    mcp_servers: str = Field(
        default="oauth2 security weather",
        pattern=r"^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$",
        description="Names of the MCP servers that have an endpoint of their own beside `/mcp`, at `/NAME/mcp`.",
    )
    mcp_server_files: str = Field(
        default="",
        description="Files with MCP servers to serve beside the built-in ones: `NAME=FILE`, separated by blanks.",
    )
    mcp_hosts: str = Field(
        default="mcp-server:8080",
        description="Further Host names, separated by blanks, under which the MCP endpoints answer.",
    )

    trusted_proxies: Annotated[str, AfterValidator(_networks)] = Field(
        default="",
        description="Addresses or networks of reverse proxies, separated by blanks, whose `X-Forwarded-For` counts.",
    )

    environment: Literal["development", "production"] = Field(
        default="development", description="`production` refuses the demo credentials and plain http."
    )
    signing_alg: Literal["HS256", "ES256", "RS256"] = Field(default="HS256", description="How tokens are signed.")
    access_token_ttl_s: int = Field(default=1800, ge=1, le=86400, description="Lifetime of a token, in seconds.")
    assertion_audience: Literal["issuer", "issuer-or-token-endpoint"] = Field(
        default="issuer",
        description="What a client's signed assertion may name as its audience; the second lets older clients in.",
    )
    rate_limit: str = Field(
        default="10000/second",
        description="Requests per client, such as `100/second`, or `off`.",
        min_length=1,
    )
    client_id: str = Field(default=DEMO_CLIENT_ID, min_length=1, description="The client that the tools act as.")
    client_secret: SecretStr = Field(
        default=SecretStr(DEMO_CLIENT_SECRET), min_length=1, description="The secret of that client."
    )
    default_user_id: str = Field(
        default="local",
        min_length=1,
        description="Whose session a stdio session is; `DEFAULT_USER_ID` without the prefix is read too.",
    )
    tool_policy: Path = Field(
        default=Path(__file__).parent / "access" / "tool_policy.json",
        description="Which tools need consent, and for how long it holds.",
    )
    language: Literal["ko", "en"] = Field(default="en", description="Language of messages without a better hint.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="Least level logged.")

    audit_durability: Literal["group", "process", "interval:1s"] = Field(
        default="group",
        description="When a record counts as written: after a shared fsync, at once, or each second.",
    )
    audit_max_bytes: int = Field(
        default=64 * 1024 * 1024,
        ge=4096,
        description="Size at which the audit log begins a new segment, in bytes.",
    )
    audit_anchor_s: float = Field(
        default=0,
        ge=0,
        description="Seconds between anchors of the audit log on stderr, or 1,000 records; 0 for none.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the secret files, then the environment. No `.env` is read behind anyone's back."""
        del dotenv_settings, file_secret_settings
        return init_settings, _SecretFileSource(settings_cls), env_settings

    @model_validator(mode="before")
    @classmethod
    def _derive_defaults(cls, values: dict[str, Any]) -> dict[str, Any]:
        home = Path(values.get("home") or Path(__file__).parent).expanduser().absolute()
        values["home"] = home
        values.setdefault("keys_dir", home / "keys")
        values.setdefault("audit_log", home / "logs" / "security_audit.log")
        values.setdefault("database_url", f"sqlite:///{home / 'data' / 'oauth2.db'}")
        if plain_user_id := os.environ.get("DEFAULT_USER_ID"):
            values.setdefault("default_user_id", plain_user_id)
        issuer = str(values.setdefault("issuer", f"http://localhost:{values.get('port', DEFAULT_PORT)}"))
        values.setdefault("server_url", issuer)
        values.setdefault("mcp_resource_url", f"{issuer.rstrip('/')}/mcp")
        return values

    @model_validator(mode="after")
    def _refuse_unsafe_production(self) -> Self:
        if self.environment != "production":
            return self
        if self.client_secret.get_secret_value() == DEMO_CLIENT_SECRET:
            raise ValueError(
                "the demo secret is refused in production: register a client with `mcp-docker clients add` and give "
                f"its secret as {PREFIX}CLIENT_SECRET_FILE"
            )
        for name in ("issuer", "mcp_resource_url"):
            url = urlsplit(getattr(self, name))
            if url.scheme != "https" and url.hostname not in _LOOPBACK_HOSTS:
                raise ValueError(f"{PREFIX}{name.upper()} must be https in production, unless it is a loopback address")
        return self

    @property
    def mcp_server_names(self) -> tuple[str, ...]:
        """The names in `mcp_servers`."""
        return tuple(self.mcp_servers.split())

    def mcp_endpoint(self, name: str | None) -> str:
        """Return the URL of the endpoint of one server, or with None of the one that joins them."""
        if name is None:
            return self.mcp_resource_url
        return f"{self.mcp_resource_url.removesuffix('/mcp')}/{name}/mcp"

    @property
    def uses_demo_client(self) -> bool:
        """Whether the well-known demo credentials are in force."""
        return self.client_id == DEMO_CLIENT_ID and self.client_secret.get_secret_value() == DEMO_CLIENT_SECRET


def read_settings() -> Settings:
    """Return the settings of this process, for what is started by hand or by a client.

    Raises:
        SystemExit: With a sentence for each setting that is wrong.
    """
    try:
        return Settings()
    except (ValidationError, SecretFileError) as error:
        raise SystemExit("Cannot start, the settings are wrong:\n  " + "\n  ".join(setting_problems(error))) from None


def setting_problems(error: ValidationError | SecretFileError) -> list[str]:
    """Say which settings are wrong and how, without their values, which may be secrets."""
    if isinstance(error, SecretFileError):
        return [str(error)]
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    return [
        "".join(f"{PREFIX}{str(part).upper()}: " for part in problem["loc"][:1])
        + problem["msg"].removeprefix("Value error, ")
        for problem in problems
    ]


def tool_parameter(tool: str, parameter: str) -> str | None:
    """Return what the environment says for a parameter of a tool: `get_weather`, `city` is `GET_WEATHER_CITY`."""
    return os.environ.get(environment_name(tool, parameter))
