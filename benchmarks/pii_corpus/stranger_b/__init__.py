"""A blind part of the corpus, written by somebody who never saw the detector or the other parts' texts."""
