"""Programs as a competent user would write them, each run in a process of its own."""
