"""Rules of the law as pure functions on plain values."""
