"""File formats, one module each: what is read, what is written, and what gets lost."""
