"""Names across languages: parts, forms, and whether two written forms are one name."""
