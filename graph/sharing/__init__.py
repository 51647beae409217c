"""What stays out of a file that is passed on."""
