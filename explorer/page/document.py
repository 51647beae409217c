"""Network -> the JSON the page reads: the page's whole contract."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from explorer.page.columns import pack_rows
from explorer.page.comparison import comparison_document, later_measured
from explorer.page.drawing import draw
from explorer.page.in_use import kinds_in_use, types_in_use
from explorer.page.measured import communities, measures
from explorer.page.network_document import ends, network_document, numbered
from explorer.page.presentation import Presentation
from explorer.page.style import kind_styles, type_styles
from graph.comparison.comparison import Comparison
from graph.data.dictionary_column import iter_values
from graph.data.vocabulary import RelationType
from graph.layout.progress import LayoutProgress
from graph.network import Network
from graph.saved.arrangement import Arrangement, arranged

Document = dict[str, Any]


def document(
    network: Network,
    presentation: Presentation,
    *,
    comparison: Comparison | None = None,
    inputs: Iterable[tuple[str, str]] = (),
    progress: LayoutProgress | None = None,
) -> Document:
    """Return everything the page knows, ready for JSON.

    Parameters
    ----------
    network
        What to show; actors and relations keep their row numbers as their numbers in the page.
    presentation
        What the page says about itself, and how it opens.
    comparison
        The two versions of which the network is the union, where there are two.
    inputs
        Name and SHA-256 of each file the network was read from.
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

    Returns
    -------
    dict
        ``about``, ``network`` (see `explorer.page.network_document`), ``measures`` and
        ``communities`` (see `explorer.page.measured`), ``styles`` (aligned with the network's
        types and kinds), ``drawing`` (pyvis's nodes, edges and options, as columns),
        ``saved`` (whether actors are where a reader placed them, notes, and what the page shows
        when it opens) and, where there is one, ``story`` (see `graph.saved.story.Story.to_dict`)
        and ``comparison`` (see `explorer.page.comparison`; what is measured is the later version).

    Raises
    ------
    DataError
        When the story has an error.
    """
    earlier = comparison.union.earlier if comparison else None
    types = types_in_use(network)
    kinds = kinds_in_use(network, *([earlier] if earlier else []))
    measured = later_measured(comparison) if comparison else _measured(network)
    arrangement = (presentation.arrangement or Arrangement()).among(network)
    told = {
        "about": _about(network, presentation, inputs),
        "network": network_document(network, earlier),
        **measured,
        "styles": {"types": type_styles(types), "kinds": kind_styles(kinds)},
        "drawing": _drawing(network, types, kinds, arrangement, progress),
        "saved": _saved(arrangement),
        **_story(network, presentation),
    }
    if comparison:
        told["comparison"] = comparison_document(comparison, kinds, types)
    return told


def _measured(network: Network) -> Document:
    return {"measures": measures(network), "communities": communities(network)}


def file_hashes(files: Iterable[Path]) -> list[tuple[str, str]]:
    """Return name and SHA-256 of each file, as `document` takes them for its inputs.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "actors.csv")
    ...     _ = path.write_bytes(b"")
    ...     file_hashes([path])
    [('actors.csv', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')]
    """
    return [(path.name, sha256(path.read_bytes()).hexdigest()) for path in files]


def _about(
    network: Network, presentation: Presentation, inputs: Iterable[tuple[str, str]]
) -> Document:
    from graph import __version__

    days = _days(network)
    return {
        **presentation.about(),
        **({"command": "", "redacted": True} if network.withheld else {}),
        "version": __version__,
        "actors": len(network.actor_numbers),
        "relations": len(network.relation_numbers),
        "inputs": [{"file": name, "sha256": digest} for name, digest in inputs],
        "earliest": min(days, default=""),
        "latest": max(days, default=""),
    }


def _story(network: Network, presentation: Presentation) -> Document:
    story = network.story if presentation.story else None
    return {"story": story.to_dict()} if story else {}


def _saved(arrangement: Arrangement) -> Document:
    told = arrangement.to_dict()
    return {
        "placed": bool(arrangement.positions),
        "notes": told["notes"],
        "state": told["state"],
    }


def _days(network: Network) -> set[str]:
    table, rows = network.columns.relations, network.relation_numbers
    cells = (iter_values(table.cells(name), rows) for name in ("start", "end"))
    return {day for column in cells for day in column if day}


def _drawing(
    network: Network,
    types: Sequence[RelationType],
    kinds: Sequence[str],
    arrangement: Arrangement,
    progress: LayoutProgress | None,
) -> Document:
    columns, names = network.columns, [relation_type.name for relation_type in types]
    lines = numbered(columns.relations, "type", network.relation_numbers, names)
    pyvis = draw(
        arranged(network, arrangement, progress=progress),
        numbered(columns.actors, "kind", network.actor_numbers, kinds),
        list(zip(*ends(network), lines, strict=True)),
        (kind_styles(kinds), type_styles(types)),
        [relation_type.mutual for relation_type in types],
    )
    return {
        "options": pyvis.options,
        "nodes": pack_rows(pyvis.nodes, leave_out=["id"]),
        "edges": pack_rows(pyvis.edges, leave_out=["from", "to"]),  # the relations' own ends
    }
