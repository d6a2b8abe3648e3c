"""Who is calling an MCP server, and what that caller may do."""
