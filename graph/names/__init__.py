"""Who or what a person means by a name."""
