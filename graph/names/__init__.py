"""Resolve names: find the actor or the source that a person means."""
