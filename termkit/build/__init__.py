"""Growing a glossary: from translations to candidates, and from people's words to concepts."""
