"""The data: rows, columns and the words for what they mean."""
