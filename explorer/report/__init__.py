"""Answers as text, Markdown, JSON and CSV. Nothing here computes or prints."""
