"""FastAPI adapters: what the OAuth domain looks like over HTTP."""
