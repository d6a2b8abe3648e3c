"""Who may call which tool: scopes, consent, and where a parameter comes from. No framework and no settings in here."""
