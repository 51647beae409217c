"""Text of the data as faces may show it: nothing hidden in it, and only safe addresses."""
