"""A blind part of the corpus: forty organisations and the texts they really produce."""
