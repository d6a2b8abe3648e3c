"""The tools, prompts and resources that the MCP conformance suite names. A test fixture: nothing here is useful.

They are what any server of this project could offer: plain functions on a `StrictMCPServer`, with the SDK's `Context`.
"""

from __future__ import annotations

import asyncio
import base64
import struct
import zlib
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.prompts.base import UserMessage
from mcp.shared.exceptions import MCPError
from mcp_types import (
    MISSING_REQUIRED_CLIENT_CAPABILITY,
    AudioContent,
    CallToolResult,
    Completion,
    CreateMessageRequest,
    CreateMessageRequestParams,
    ElicitRequest,
    ElicitRequestFormParams,
    ElicitResult,
    EmbeddedResource,
    ImageContent,
    InputRequiredResult,
    ListRootsRequest,
    ListRootsResult,
    SamplingMessage,
    TextContent,
    TextResourceContents,
)
from pydantic import Field

if TYPE_CHECKING:
    from mcp_types import InputRequest

    from oauth2_demo.mcp_server import StrictMCPServer

_STEP_S = 0.05
Ctx = Context[Any, Any]


def _png() -> str:
    """One red pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\x00\x00")
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return base64.b64encode(png).decode()


def _wav() -> str:
    """One silent sample."""
    wav = b"RIFF" + struct.pack("<I", 37) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    return base64.b64encode(wav + b"data" + struct.pack("<I", 1) + b"\x80").decode()


def _text(text: str) -> TextContent:
    return TextContent(type="text", text=text)


def _image() -> ImageContent:
    return ImageContent(type="image", data=_png(), mime_type="image/png")


def _resource(uri: str, mime_type: str, text: str) -> EmbeddedResource:
    return EmbeddedResource(type="resource", resource=TextResourceContents(uri=uri, mime_type=mime_type, text=text))


def _said(*content: Any) -> CallToolResult:
    return CallToolResult(content=list(content))


def test_simple_text() -> CallToolResult:
    """Return a text."""
    return _said(_text("This is a simple text response for testing."))


def test_image_content() -> CallToolResult:
    """Return an image."""
    return _said(_image())


def test_audio_content() -> CallToolResult:
    """Return a sound."""
    return _said(AudioContent(type="audio", data=_wav(), mime_type="audio/wav"))


def test_embedded_resource() -> CallToolResult:
    """Return an embedded resource."""
    return _said(_resource("test://embedded-resource", "text/plain", "This is an embedded resource content."))


def test_multiple_content_types() -> CallToolResult:
    """Return a text, an image and a resource."""
    resource = _resource("test://mixed-content-resource", "application/json", '{"test":"data","value":123}')
    return _said(_text("Multiple content types test:"), _image(), resource)


async def test_tool_with_logging(ctx: Ctx) -> CallToolResult:
    """Log three messages while working."""
    for number, message in enumerate(("Tool execution started", "Tool processing data", "Tool execution completed")):
        if number:
            await asyncio.sleep(_STEP_S)
        await ctx.info(message)
    return _said(_text("Tool with logging executed"))


async def test_logging_tool(ctx: Ctx) -> CallToolResult:
    """Log one message; who did not ask for it must not get it."""
    await ctx.info("logged during the call")
    return _said(_text("Logged"))


def test_error_handling() -> CallToolResult:
    """Always fail."""
    raise ToolError("This tool intentionally returns an error for testing")


async def test_tool_with_progress(ctx: Ctx) -> CallToolResult:
    """Report progress: 0, 50 and 100 of 100."""
    for progress in (0, 50, 100):
        if progress:
            await asyncio.sleep(_STEP_S)
        await ctx.report_progress(progress, 100)
    return _said(_text("Tool with progress executed"))


async def test_sampling(prompt: str, ctx: Ctx) -> CallToolResult:
    """Ask the client's model."""
    message = SamplingMessage(role="user", content=_text(prompt))
    result = await ctx.session.create_message([message], max_tokens=100, related_request_id=ctx.request_id)
    answer = result.content.text if isinstance(result.content, TextContent) else "no text"
    return _said(_text(f"LLM response: {answer}"))


async def test_elicitation(message: str, ctx: Ctx) -> CallToolResult:
    """Ask the person for a name and an address."""
    fields = {
        "username": {"type": "string", "description": "User's response"},
        "email": {"type": "string", "description": "User's email address"},
    }
    result = await _elicit(ctx, message, fields, ["username", "email"])
    return _said(_text(f"User response: action={result.action}, content={result.content}"))


async def test_elicitation_sep1034_defaults(ctx: Ctx) -> CallToolResult:
    """Ask with defaults of every primitive type."""
    fields = {
        "name": {"type": "string", "default": "John Doe"},
        "age": {"type": "integer", "default": 30},
        "score": {"type": "number", "default": 95.5},
        "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
        "verified": {"type": "boolean", "default": True},
    }
    result = await _elicit(ctx, "Please review the defaults", fields, [])
    return _said(_text(f"Elicitation completed: action={result.action}, content={result.content}"))


async def test_elicitation_sep1330_enums(ctx: Ctx) -> CallToolResult:
    """Ask with every form of enumeration."""
    options = ["option1", "option2", "option3"]
    titled = [{"const": f"value{n}", "title": title} for n, title in enumerate(("First", "Second", "Third"), 1)]
    fields = {
        "untitledSingle": {"type": "string", "enum": options},
        "titledSingle": {"type": "string", "oneOf": titled},
        "legacyEnum": {
            "type": "string",
            "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option One", "Option Two", "Option Three"],
        },
        "untitledMulti": {"type": "array", "items": {"type": "string", "enum": options}},
        "titledMulti": {"type": "array", "items": {"anyOf": titled}},
    }
    result = await _elicit(ctx, "Please choose", fields, [])
    return _said(_text(f"Elicitation completed: action={result.action}, content={result.content}"))


async def _elicit(ctx: Ctx, message: str, fields: dict[str, Any], required: list[str]) -> ElicitResult:
    schema = {"type": "object", "properties": fields, "required": required}
    return await ctx.session.elicit_form(message, schema, ctx.request_id)


def test_missing_capability(ctx: Ctx) -> CallToolResult:
    """Need sampling, and say so to a client that does not have it."""
    if ctx.client_capabilities is None or ctx.client_capabilities.sampling is None:
        raise MCPError(
            code=MISSING_REQUIRED_CLIENT_CAPABILITY,
            message="This tool needs the client to offer sampling",
            data={"requiredCapabilities": {"sampling": {}}},
        )
    return _said(_text("The client offers sampling"))


async def test_trigger_tool_change(ctx: Ctx) -> CallToolResult:
    """Tell listeners that the tools changed."""
    await ctx.notify_tools_changed()
    return _said(_text("Told"))


async def test_trigger_prompt_change(ctx: Ctx) -> CallToolResult:
    """Tell listeners that the prompts changed."""
    await ctx.notify_prompts_changed()
    return _said(_text("Told"))


async def test_reconnection(ctx: Ctx) -> CallToolResult:
    """Close the stream in the middle of the call; the client fetches the answer by resuming."""
    await ctx.close_sse_stream()
    await asyncio.sleep(2 * _STEP_S)
    return _said(_text("Reconnected"))


def test_custom_headers(
    region: Annotated[str, Field(json_schema_extra={"x-mcp-header": "Region"})],
    priority: Annotated[int, Field(json_schema_extra={"x-mcp-header": "Priority"})] = 0,
) -> CallToolResult:
    """Take arguments that are repeated in headers."""
    return _said(_text(f"{region} {priority}"))


def _form(message: str, **fields: dict[str, Any]) -> ElicitRequest:
    schema = {"type": "object", "properties": fields, "required": list(fields)}
    return ElicitRequest(params=ElicitRequestFormParams(message=message, requested_schema=schema))


def _sample(text: str, max_tokens: int) -> CreateMessageRequest:
    message = SamplingMessage(role="user", content=_text(text))
    return CreateMessageRequest(params=CreateMessageRequestParams(messages=[message], max_tokens=max_tokens))


def _given(ctx: Ctx, key: str) -> Any:
    """Return the client's response under a key, if it has sent one of the right kind."""
    return (ctx.input_responses or {}).get(key)


def _accepted(ctx: Ctx, key: str, field: str) -> Any:
    response = _given(ctx, key)
    if isinstance(response, ElicitResult) and response.action == "accept":
        return (response.content or {}).get(field)
    return None


def test_input_required_result_elicitation(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask for a name, then greet."""
    name = _accepted(ctx, "user_name", "name")
    if not isinstance(name, str):
        return InputRequiredResult(input_requests={"user_name": _form("What is your name?", name={"type": "string"})})
    return _said(_text(f"Hello, {name}!"))


def test_input_required_result_sampling(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask the client's model a question, then repeat its answer."""
    response = _given(ctx, "capital_question")
    content = getattr(response, "content", None)
    if not isinstance(content, TextContent):
        return InputRequiredResult(input_requests={"capital_question": _sample("What is the capital of France?", 100)})
    return _said(content)


def test_input_required_result_list_roots(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask for the roots, then name them."""
    response = _given(ctx, "client_roots")
    if not isinstance(response, ListRootsResult):
        return InputRequiredResult(input_requests={"client_roots": ListRootsRequest()})
    return _said(_text(", ".join(str(root.uri) for root in response.roots)))


def test_input_required_result_request_state(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask for a confirmation, and check that the state came back."""
    if ctx.request_state != "asked" or _accepted(ctx, "confirm", "ok") is None:
        confirm = _form("Please confirm", ok={"type": "boolean"})
        return InputRequiredResult(input_requests={"confirm": confirm}, request_state="asked")
    return _said(_text("state-ok"))


def test_input_required_result_tampered_state(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Give out a state that nobody may change: the server seals what every tool gives out."""
    return test_input_required_result_request_state(ctx)


def test_input_required_result_multiple_inputs(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask for three things at once."""
    requests: dict[str, InputRequest] = {
        "user_name": _form("What is your name?", name={"type": "string"}),
        "greeting": _sample("Generate a greeting", 50),
        "client_roots": ListRootsRequest(),
    }
    if set(requests) - set(ctx.input_responses or {}):
        return InputRequiredResult(input_requests=requests, request_state="three")
    return _said(_text("All three were given"))


def test_input_required_result_multi_round(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask twice, one question after the other."""
    if ctx.request_state is None:
        step = _form("Step 1: What is your name?", name={"type": "string"})
        return InputRequiredResult(input_requests={"step1": step}, request_state="round 1")
    if ctx.request_state == "round 1":
        name = _accepted(ctx, "step1", "name")
        step = _form("Step 2: What is your favorite color?", color={"type": "string"})
        return InputRequiredResult(input_requests={"step2": step}, request_state=f"round 2 {name}")
    name = ctx.request_state.removeprefix("round 2 ")
    return _said(_text(f"{name} likes {_accepted(ctx, 'step2', 'color')}"))


def test_input_required_result_capabilities(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask only for what the client offers."""
    offered = ctx.client_capabilities
    requests: dict[str, InputRequest] = {}
    if offered is not None and offered.elicitation is not None:
        requests["name"] = _form("What is your name?", name={"type": "string"})
    if offered is not None and offered.sampling is not None:
        requests["greeting"] = _sample("Generate a greeting", 50)
    if not requests or ctx.input_responses:
        return _said(_text("Nothing more to ask"))
    return InputRequiredResult(input_requests=requests)


def test_streaming_elicitation(ctx: Ctx) -> CallToolResult | InputRequiredResult:
    """Ask by an answer, never by a request of its own on the stream."""
    return test_input_required_result_elicitation(ctx)


def test_simple_prompt() -> str:
    """A prompt without arguments."""
    return "This is a simple prompt for testing."


def test_prompt_with_arguments(
    arg1: Annotated[str, Field(description="First test argument")],
    arg2: Annotated[str, Field(description="Second test argument")],
) -> str:
    """A prompt with two arguments."""
    return f"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'"


def test_prompt_with_embedded_resource(
    resourceUri: Annotated[str, Field(description="URI of the resource to embed")],  # noqa: N803 - the suite's name
) -> list[UserMessage]:
    """A prompt with a resource in it."""
    resource = _resource(resourceUri, "text/plain", "Embedded resource content for testing.")
    text = _text("Please process the embedded resource above.")
    return [UserMessage(content=resource), UserMessage(content=text)]


def test_prompt_with_image() -> list[UserMessage]:
    """A prompt with an image in it."""
    text = _text("Please analyze the image above.")
    return [UserMessage(content=_image()), UserMessage(content=text)]


def test_input_required_result_prompt(ctx: Ctx) -> list[UserMessage] | InputRequiredResult:
    """A prompt that asks what it is about."""
    context = _accepted(ctx, "user_context", "context")
    if not isinstance(context, str):
        question = _form("What context should the prompt use?", context={"type": "string"})
        return InputRequiredResult(input_requests={"user_context": question})
    return [UserMessage(content=_text(f"Use this context: {context}"))]


TOOLS = (
    test_simple_text,
    test_image_content,
    test_audio_content,
    test_embedded_resource,
    test_multiple_content_types,
    test_tool_with_logging,
    test_logging_tool,
    test_error_handling,
    test_tool_with_progress,
    test_sampling,
    test_elicitation,
    test_elicitation_sep1034_defaults,
    test_elicitation_sep1330_enums,
    test_missing_capability,
    test_trigger_tool_change,
    test_trigger_prompt_change,
    test_reconnection,
    test_custom_headers,
    test_streaming_elicitation,
    test_input_required_result_elicitation,
    test_input_required_result_sampling,
    test_input_required_result_list_roots,
    test_input_required_result_request_state,
    test_input_required_result_tampered_state,
    test_input_required_result_multiple_inputs,
    test_input_required_result_multi_round,
    test_input_required_result_capabilities,
)
PROMPTS = (
    test_simple_prompt,
    test_prompt_with_arguments,
    test_prompt_with_embedded_resource,
    test_prompt_with_image,
    test_input_required_result_prompt,
)


def add_fixtures(server: StrictMCPServer) -> None:
    """Add everything that the suite asks for to a server."""
    for tool in TOOLS:
        server.tool(structured_output=False)(tool)
    for prompt in PROMPTS:
        server.prompt()(prompt)

    @server.resource("test://static-text", mime_type="text/plain", description="A text that never changes")
    def static_text() -> str:
        return "This is the content of the static text resource."

    @server.resource("test://static-binary", mime_type="image/png", description="An image that never changes")
    def static_binary() -> bytes:
        return base64.b64decode(_png())

    @server.resource("test://watched-resource", mime_type="text/plain", description="A text that can be watched")
    def watched() -> str:
        return "Watched"

    @server.resource("test://template/{id}/data", mime_type="application/json", description="Data by id")
    def template(id: str) -> str:  # noqa: A002 - the suite's name
        return f'{{"id":"{id}","templateTest":true,"data":"Data for ID: {id}"}}'

    @server.completion()
    async def complete(ref: Any, argument: Any, context: Any) -> Any:
        del ref, context
        cities = [city for city in ("paris", "park", "party") if city.startswith(argument.value)]
        return Completion(values=cities, total=len(cities), has_more=False)
