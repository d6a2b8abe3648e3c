"""Breaches: the rules that see them, and scenarios that play them against what is really there."""
