"""Aligning: sentences."""
