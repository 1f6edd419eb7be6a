"""Aligning: sentences, words and terms."""
