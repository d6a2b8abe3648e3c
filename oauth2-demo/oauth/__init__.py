"""The OAuth 2 protocol domain. No framework and no settings in here."""
