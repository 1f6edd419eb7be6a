"""The values termkit is made of: frozen, hashable, and free of third-party code."""
