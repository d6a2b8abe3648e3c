"""The OAuth2 tools: what they ask the running server, what they check, and what they explain."""
