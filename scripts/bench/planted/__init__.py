"""Parallel text with planted errors, for `scripts/bench/bilingual.py`."""
