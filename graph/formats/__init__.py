"""One file a format: what turns files into tables of text, and back."""
