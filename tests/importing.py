"""What the tests of the importer share."""

import csv
import io


def read_rows(text):
    """Return the rows of a CSV text, by column."""
    return list(csv.DictReader(io.StringIO(text)))
