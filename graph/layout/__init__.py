"""Seeded positions for the actors of a network."""
