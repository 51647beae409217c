"""Formats that are known and not read: who gives one is told what it is."""

from __future__ import annotations

from graph.errors import DataError, Problem
from graph.formats.endings import get_ending

TABLE = "Save it as a table in its program: CSV or .xlsx."
NETWORK = "Save it as GraphML or GEXF in its program, or convert it there."
UNREAD = {
    "GEDCOM": ((".ged", ".gedcom"), "Save the persons and their parents as a table."),
    "GML": ((".gml",), NETWORK),
    "GDF": ((".gdf",), NETWORK),
    "Graphviz DOT": ((".dot", ".gv"), NETWORK),
    "a VNA file of NetDraw": ((".vna",), NETWORK),
    "Tulip": ((".tlp", ".tlpx"), NETWORK),
    "a project of Gephi": ((".gephi",), "Open it in Gephi and export GEXF."),
    "a session of Cytoscape": ((".cys",), "Open it in Cytoscape and export .cyjs."),
    "RDF": ((".rdf", ".ttl", ".nt", ".n3", ".owl", ".jsonld"), TABLE),
    "a matrix of Matrix Market": ((".mtx",), TABLE),
    "data of R": ((".rda", ".rdata", ".rds"), TABLE),
    "data of SPSS": ((".sav",), TABLE),
    "data of Stata": ((".dta",), TABLE),
    "a database of Access": ((".mdb", ".accdb"), TABLE),
    "a database, but not of SQLite,": ((".sqlite", ".sqlite3", ".db"), TABLE),
    "damaged Parquet": ((".parquet",), "Save it again as Parquet or CSV."),
    "a pickle of Python": ((".pkl", ".pickle"), TABLE),
    "a PDF": ((".pdf",), "Copy its table into a spreadsheet, and save that."),
    "a text document": ((".doc", ".docx", ".odt", ".rtf", ".pages"), TABLE),
    "a page of the web": ((".html", ".htm"), "Copy its table into a spreadsheet, and save that."),
    "a spreadsheet of Numbers": ((".numbers",), "Export it as CSV or .xlsx."),
    "an archive": ((".zip", ".tar", ".7z", ".rar"), "Unpack it, and give the files in it."),
}


def refuse_unread(name: str) -> None:
    """Refuse a file whose ending is that of a format that is not read.

    Raises
    ------
    DataError
        With the name of the format.

    Examples
    --------
    >>> refuse_unread("family.ged")
    Traceback (most recent call last):
    ...
    graph.errors.DataError: family.ged: is GEDCOM, which is not read. Save the persons and their \
parents as a table.
    """
    ending = get_ending(name.removesuffix(".gz"))
    for format_name, (endings, remedy) in UNREAD.items():
        if ending in endings:
            what = f"is {format_name}, which is not read."
            raise DataError([Problem(name, None, "", what, remedy, rule="unread-format")])
