"""Read and write formats: one file a format, and what they share."""
