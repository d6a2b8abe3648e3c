"""The five security tools, their resource and their prompt."""
