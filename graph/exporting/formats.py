"""The formats that a Network is exported to, by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import QuestionError, quote_value
from graph.exporting.exported_network import Export, ExportedNetwork
from graph.formats.atomic_write import write_together
from graph.names.suggest import suggest_word

if TYPE_CHECKING:
    from graph.layout.progress import LayoutProgress
    from graph.saved.arrangement import Arrangement
    from graph.select.selection import Selection


class ExportFormat(NamedTuple):
    """A format.

    Parameters
    ----------
    word
        What ``--as`` calls it.
    name
        What it is called.
    endings
        The endings of file names that mean it; the first is written where a name has none.
    writer
        The module and the function that write it.
    shared
        Endings that several formats have.
    is_drawn
        Whether it has positions.
    parts
        The files that it is, by the part of their name; none where it is one file.
    unheld
        What it cannot hold, each a word of `UNHELD`.
    """

    word: str
    name: str
    endings: tuple[str, ...]
    writer: str
    shared: tuple[str, ...] = ()
    is_drawn: bool = False
    parts: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()

    def load_writer(self) -> Callable[[ExportedNetwork], Export]:
        """Import the writer."""
        module, _, function = self.writer.partition(":")
        writer: Callable[[ExportedNetwork], Export] = getattr(
            import_module(f"graph.exporting.{module}"), function
        )
        return writer

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return (*self.shared, *self.endings)[0] if self.parts else self.endings[0]


MOST_NAMED = 5
JSON, CSV = (".json",), (".csv",)
UNHELD: Mapping[str, str] = {
    "unused types": "types that no relation has",
    "sources": "the table of sources",
    "source details": "ids, archived copies and via of sources",
    "weight": "the weight of relations",
    "confidence": "the confidence of relations",
    "own columns": "own columns",
    "claimant ids": "whom a claimant is by id",
    "type properties": "the signs and words of own types",
    "dates": "dates such as .. or 1450~, and those of places and assets",
    "disputed": "relations that a row disputes",
}
"""What a format may lack, by word; it comes back otherwise, or not at all."""
LITTLE = ("unused types",)
NO_TABLE = ("unused types", "sources")
FORMATS = (
    ExportFormat("gexf", "GEXF 1.3", (".gexf",), "gexf:write_gexf", is_drawn=True, unheld=LITTLE),
    ExportFormat("graphml", "GraphML", (".graphml",), "graphml:write_graphml", unheld=LITTLE),
    ExportFormat(
        "jgf",
        "JSON Graph Format",
        (".jgf.json", ".jgf"),
        "json_graph:write_json_graph",
        JSON,
        unheld=LITTLE,
    ),
    ExportFormat(
        "cytoscape",
        "Cytoscape JSON",
        (".cyjs",),
        "cytoscape:write_cytoscape",
        JSON,
        is_drawn=True,
        unheld=LITTLE,
    ),
    ExportFormat(
        "node-link",
        "node-link JSON",
        (".node-link.json",),
        "node_link:write_node_link",
        JSON,
        unheld=LITTLE,
    ),
    ExportFormat(
        "ftm",
        "FollowTheMoney",
        (".ftm.json", ".ftm.ijson", ".ftm"),
        "follow_the_money:write_follow_the_money",
        (".json", ".ijson"),
        unheld=tuple(word for word in UNHELD if word != "sources"),
    ),
    ExportFormat("kumu", "Kumu JSON", (".kumu.json",), "kumu:write_kumu", JSON, unheld=NO_TABLE),
    ExportFormat(
        "gephi",
        "Gephi's CSV",
        (),
        "gephi_csv:write_gephi_csv",
        CSV,
        parts=("nodes", "edges"),
        unheld=NO_TABLE,
    ),
    ExportFormat(
        "neo4j",
        "Neo4j's CSV",
        (),
        "neo4j_csv:write_neo4j_csv",
        CSV,
        parts=("actors", "relations", "sources"),
        unheld=LITTLE,
    ),
    ExportFormat("xlsx", "Excel", (".xlsx",), "xlsx:write_xlsx"),
    ExportFormat("sqlite", "SQLite", (".sqlite", ".sqlite3", ".db"), "sqlite:write_sqlite"),
    ExportFormat(
        "parquet",
        "Parquet",
        (".parquet",),
        "parquet:write_parquet",
        parts=("actors", "relations", "sources", "types"),
    ),
)
BY_WORD: Mapping[str, ExportFormat] = {each.word: each for each in FORMATS}


def choose_format(name: str, word: str | None = None) -> ExportFormat:
    """Return the format that a file name, or a word, asks for.

    Raises
    ------
    QuestionError
        When there is no such format, when the ending has several or none, or when it is another
        format's than the word.

    Examples
    --------
    >>> choose_format("net.GEXF").name, choose_format("net.json", "kumu").name
    ('GEXF 1.3', 'Kumu JSON')
    >>> choose_format("net.csv")
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: as: '.csv' may be gephi or neo4j. Say which.
    """
    ended = [each for each in FORMATS if name.lower().endswith(each.endings or "/")]
    shared = [each for each in FORMATS if name.lower().endswith(each.shared or "/")]
    if word is None:
        return _choose_by_ending(name, ended, shared)
    if word not in BY_WORD:
        every = f"There are: {', '.join(BY_WORD)}."
        hint = suggest_word(word, list(BY_WORD)) or every
        raise QuestionError("as", f"{quote_value(word)} is not a format. {hint}")
    form = BY_WORD[word]
    if ended and form not in ended:
        what = f"{quote_value(name)} has the ending of {ended[0].name}, not of {form.name}."
        raise QuestionError("as", f"{what} Give one of the two.")
    return form


def _choose_by_ending(
    name: str, ended: list[ExportFormat], shared: list[ExportFormat]
) -> ExportFormat:
    if ended:
        return ended[0]
    if shared:
        words = [each.word for each in shared]
        listed = f"{', '.join(words[:-1])} or {words[-1]}"
        ending = Path(name).suffix.lower()
        raise QuestionError("as", f"{quote_value(ending)} may be {listed}. Say which.")
    endings = [ending for each in FORMATS for ending in each.endings]
    hint = suggest_word(Path(name).suffix.lower(), endings)
    every = f"There are: {', '.join(endings)}."
    raise QuestionError(
        "file", f"{quote_value(Path(name).name)} does not end as a format does. {hint or every}"
    )


def list_files(path: Path, form: ExportFormat, parts: Mapping[str, object]) -> dict[str, Path]:
    """Return the path of each part: ``net.csv`` becomes ``net.nodes.csv`` and ``net.edges.csv``.

    Examples
    --------
    >>> files = list_files(Path("net.csv"), BY_WORD["gephi"], {"nodes": b"", "edges": b""})
    >>> [file.name for file in files.values()]
    ['net.nodes.csv', 'net.edges.csv']
    """
    if not form.parts:
        return {"": path}
    ending = form.ending
    stem = path.name[: -len(ending)] if path.name.lower().endswith(ending) else path.name
    return {part: path.with_name(f"{stem}.{part}{ending}") for part in parts}


def export_network(
    network: Selection,
    form: ExportFormat,
    arrangement: Arrangement | None = None,
    *,
    positions: bool = True,
    progress: LayoutProgress | None = None,
) -> Export:
    """Return a network in a format.

    Parameters
    ----------
    network
        The network, without what is withheld.
    form
        The format.
    arrangement
        The saved positions, if there are any.
    positions
        Whether positions are computed, for a format that has them.
    progress
        As in `graph.layout.positions.compute_positions`.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> list(export_network(net, BY_WORD["gephi"]).files)
    ['nodes', 'edges']
    """
    points = {}
    if form.is_drawn and positions and len(network.actor_numbers):
        points = _draw(network, arrangement, progress)
    exported = ExportedNetwork(network, points)
    export = form.load_writer()(exported)
    unused = exported.list_unused_types() if "unused types" in form.unheld else []
    if not unused:
        return export
    named = ", ".join(unused[:MOST_NAMED]) + (" ..." if len(unused) > MOST_NAMED else "")
    what = f"{form.name} has no table of types: what no relation has is left out: {named}."
    return export._replace(notes=(*export.notes, what))


def _draw(
    network: Selection, arrangement: Arrangement | None, progress: LayoutProgress | None
) -> dict[str, tuple[float, float]]:
    from graph.saved.arrangement import Arrangement, arrange_actors

    points = arrange_actors(network, arrangement or Arrangement(), progress=progress)
    ids = network.columns.actors.cells("id")
    return {ids[row]: point for row, point in zip(network.actor_numbers, points, strict=True)}


def write_export(
    export: Export, path: Path, form: ExportFormat, inputs: tuple[Path, ...] = ()
) -> list[Path]:
    """Write the files of an export, all of them or none, and return their paths.

    Raises
    ------
    OutputError, OSError
        As in `graph.formats.atomic_write.write_bytes`.
    """
    files = list_files(path, form, export.files)
    write_together({files[part]: data for part, data in export.files.items()}, inputs)
    return list(files.values())
