"""The `mcp-docker` command."""
