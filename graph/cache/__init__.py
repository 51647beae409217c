"""What was read of large files, kept in the user's cache folder, so that it is read once."""
