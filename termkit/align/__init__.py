"""Pairing a text with its translation: sentences, words, terms."""
