"""The questions to a network, one a file, each with its frozen answer."""
