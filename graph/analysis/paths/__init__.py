"""Paths between actors: how they are searched, ranked, counted, and what each stands on."""
