"""Make text of the data safe to show: without invisible characters, with safe addresses only."""
