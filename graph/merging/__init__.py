"""Merge two folders with data into one, so that nothing is lost."""
