"""What the tests of the importer and of merging share."""

import csv
import io

import graph
from graph.importing.options import ImportOptions
from graph.importing.run import import_files


def read_rows(text):
    """Return the rows of a CSV text, by column."""
    return list(csv.DictReader(io.StringIO(text)))


def import_text(folder, text, name="ties.csv", **options):
    """Write a file with a text into a folder, and import it."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return import_files([file], ImportOptions(**options))


def read_merged(folder, merged):
    """Write the files of a merge into a folder, and read them as a network."""
    for name, text in merged.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return graph.load(folder, cache=False)
