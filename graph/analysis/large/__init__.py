"""Measures of large networks: exact on all cores, or from a sample with an error bound."""
