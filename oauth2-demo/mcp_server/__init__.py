"""What every MCP server of ours is made of: the strict server, its transports and its errors."""
