"""Find out what each column of a sheet means, by its header and its values."""
