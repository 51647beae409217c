"""The names of the files that stand beside the tables of a folder."""

from __future__ import annotations

ACCEPTED_FILE = "accepted.csv"
LAYOUT_FILE = "layout.json"
STORY_FILE = "story.md"
