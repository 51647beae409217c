"""The commands of explore, one a file."""
