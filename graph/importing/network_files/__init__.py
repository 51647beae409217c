"""Read the network files of other programs, one format a file, into a draft."""
