"""Camps: who stands with whom, from signed relations, and from what belongs to whom."""
