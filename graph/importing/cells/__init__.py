"""Understand cells by column: dates, numbers, levels, and several values in a cell."""
