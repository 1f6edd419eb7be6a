"""What a check found, rendered for people and for programs."""
