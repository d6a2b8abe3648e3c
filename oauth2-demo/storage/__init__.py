"""Implementations of the domain's repositories."""
