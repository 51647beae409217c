"""One file a question; each answers with a small frozen object that knows its own table."""
