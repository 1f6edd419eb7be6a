"""Consistency: rules over documents, and the engine that runs them."""
