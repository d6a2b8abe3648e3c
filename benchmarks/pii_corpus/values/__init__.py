"""Synthetic values: each generator draws from a seeded source of chance and a world of words."""
