"""Concepts as text in git: stored, indexed, found in text, and kept clean."""
