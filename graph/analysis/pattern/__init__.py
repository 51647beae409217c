"""Patterns of relations, such as ``? leads A; A attacks Ukraine``: read, searched and answered."""
