"""Entry points, and the composition root of the OAuth side."""
