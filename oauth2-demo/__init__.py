"""MCP tool servers with OAuth2, PII protection and a tamper-evident audit log."""
