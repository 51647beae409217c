"""Answers as text, Markdown, JSON and CSV; nothing here computes, and nothing here prints."""
