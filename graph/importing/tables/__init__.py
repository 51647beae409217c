"""Read tables of any program: delimited text and workbooks, as sheets with named columns."""
