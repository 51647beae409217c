"""Build the document that the page reads: all its data, ready for JSON."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from explorer.page.brokers import build_brokers
from explorer.page.camps import build_camps
from explorer.page.comparison_document import build_comparison_document, measure_later_version
from explorer.page.measures import build_communities, build_measures
from explorer.page.network_document import build_network_document, number_cells, number_ends
from explorer.page.packed_columns import pack, pack_rows
from explorer.page.plain_tables import SHOWN
from explorer.page.presentation import Presentation
from explorer.page.pyvis_network import draw_network
from explorer.page.rank_doubt import build_rank_doubt
from graph import Comparison, Network, RelationType
from graph.layout.progress import LayoutProgress
from graph.layout.styles import build_kind_styles, build_type_styles
from graph.saved.arrangement import Arrangement, arrange_actors
from graph.select.period import find_period
from graph.select.used_types import list_used_kinds, list_used_types

Document = dict[str, Any]


def build_document(
    network: Network,
    presentation: Presentation,
    *,
    comparison: Comparison | None = None,
    inputs: Iterable[tuple[str, str]] = (),
    progress: LayoutProgress | None = None,
) -> Document:
    """Build all the data of the page, ready for JSON.

    Parameters
    ----------
    network
        The network to show; the page numbers actors and relations by their rows.
    presentation
        The page's title, description and settings.
    comparison
        The two versions of which the network is the union, on a page of two versions.
    inputs
        Name and SHA-256 of each file that the network was read from.
    progress
        See `graph.layout.progress`.

    Returns
    -------
    dict
        ``about``, ``network`` (see `explorer.page.network_document`), ``measures`` and
        ``communities`` (see `explorer.page.measures`), ``camps``, ``rank_doubt`` and
        ``brokers`` (see the modules of these names), ``styles`` (aligned with the network's types
        and kinds), ``drawing`` (pyvis's nodes, edges and options, as columns),
        ``saved`` (whether a reader has moved actors, notes, and what the page shows when it
        opens) and, where there is one, ``span`` (the time that was asked), ``reasons`` (why the
        relations of the plain tables merely may hold in it), ``story`` (see
        `graph.saved.story.Story.to_dict`) and ``comparison`` (see
        `explorer.page.comparison_document`; then measures are those of the later version).

    Raises
    ------
    DataError
        When the story has an error.
    """
    earlier = comparison.union.earlier if comparison else None
    types = list_used_types(network)
    kinds = list_used_kinds(network, *([earlier] if earlier else []))
    measured = measure_later_version(comparison) if comparison else _measure(network)
    arrangement = (presentation.arrangement or Arrangement()).among(network)
    content = {
        "about": _describe(network, presentation, inputs),
        "network": build_network_document(network, earlier),
        **measured,
        **({} if comparison else _analyse(network, arrangement)),
        "styles": {"types": build_type_styles(types), "kinds": build_kind_styles(kinds)},
        "drawing": _draw(network, types, kinds, arrangement, progress),
        "saved": _describe_arrangement(arrangement),
        **_describe_span(network if comparison is None else comparison.after),
        **_list_reasons(network),
        **_describe_story(network, presentation),
    }
    if comparison:
        content["comparison"] = build_comparison_document(comparison, kinds, types)
    return content


def _analyse(network: Network, arrangement: Arrangement) -> Document:
    return {
        **build_camps(network, arrangement),
        **build_rank_doubt(network),
        **build_brokers(network),
    }


def _measure(network: Network) -> Document:
    return {"measures": build_measures(network), "communities": build_communities(network)}


def hash_files(files: Iterable[Path]) -> list[tuple[str, str]]:
    """Hash files: return the name and the SHA-256 of each, as `build_document` expects them.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "actors.csv")
    ...     _ = path.write_bytes(b"")
    ...     hash_files([path])
    [('actors.csv', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')]
    """
    return [(path.name, sha256(path.read_bytes()).hexdigest()) for path in files]


def _describe(
    network: Network, presentation: Presentation, inputs: Iterable[tuple[str, str]]
) -> Document:
    from graph import __version__

    earliest, latest = find_period(network)
    return {
        **presentation.to_dict(),
        **({"command": "", "redacted": True} if network.withheld else {}),
        "version": __version__,
        "actors": len(network.actor_numbers),
        "relations": len(network.relation_numbers),
        "inputs": [{"file": name, "sha256": digest} for name, digest in inputs],
        "earliest": earliest,
        "latest": latest,
    }


def _describe_story(network: Network, presentation: Presentation) -> Document:
    story = network.story if presentation.story else None
    return {"story": story.to_dict()} if story else {}


def _describe_span(network: Network) -> Document:
    """Return the span that was asked as the filters of the page, if one was."""
    span = network.span
    if span is None:
        return {}
    is_date = span.start == span.end
    dates = {
        "at": span.start if is_date else "",
        "from": "" if is_date else span.start,
        "to": "" if is_date else span.end,
    }
    return {"span": {**dates, "certain": span.certain}}


def _list_reasons(network: Network) -> Document:
    """List why each relation of the plain tables merely may hold in the span, if one was asked."""
    if network.span is None:
        return {}
    whens = map(network.find_when, network.relation_numbers[:SHOWN])
    return {"reasons": pack(when.why if when else "" for when in whens)}


def _describe_arrangement(arrangement: Arrangement) -> Document:
    saved = arrangement.to_dict()
    return {
        "placed": bool(arrangement.positions),
        "notes": saved["notes"],
        "state": saved["state"],
    }


def _draw(
    network: Network,
    types: Sequence[RelationType],
    kinds: Sequence[str],
    arrangement: Arrangement,
    progress: LayoutProgress | None,
) -> Document:
    columns, names = network.columns, [relation_type.name for relation_type in types]
    line_types = number_cells(columns.relations, "type", network.relation_numbers, names)
    pyvis = draw_network(
        arrange_actors(network, arrangement, progress=progress),
        number_cells(columns.actors, "kind", network.actor_numbers, kinds),
        list(zip(*number_ends(network), line_types, strict=True)),
        (build_kind_styles(kinds), build_type_styles(types)),
        [relation_type.mutual for relation_type in types],
    )
    return {
        "options": pyvis.options,
        "nodes": pack_rows(pyvis.nodes, leave_out=["id"]),
        "edges": pack_rows(pyvis.edges, leave_out=["from", "to"]),  # in the relations already
    }
