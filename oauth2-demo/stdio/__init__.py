"""Warm stdio sessions inside the containers."""
