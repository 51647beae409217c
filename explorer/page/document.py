"""Network -> the JSON the page reads: the page's whole contract."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any

from explorer.page.columns import Packed, pack, pack_rows
from explorer.page.drawing import draw
from explorer.page.fold import fold_table
from explorer.page.presentation import Presentation
from explorer.page.style import kind_styles, type_styles
from graph.analysis.centrality import Centrality
from graph.layout import positions
from graph.nests import Progress
from graph.network import Network
from graph.records import Actor, Reference, Relation
from graph.vocabulary import KINDS, RelationType

ALL_MEASURES_UP_TO = 2_000  # actors; above, only what costs no more than a walk over the relations
CHEAP_MEASURES = ("degree", "in_degree", "out_degree", "weighted_degree", "pagerank")
MEASURE_LABELS = {
    "degree": "degree",
    "in_degree": "in-degree",
    "out_degree": "out-degree",
    "weighted_degree": "weighted degree",
    "betweenness": "betweenness",
    "closeness": "closeness",
    "harmonic": "harmonic closeness",
    "eigenvector": "eigenvector",
    "pagerank": "PageRank",
}
DECIMALS = 12  # of a score: as many as a profile's ranks compare, so that the same actors tie

Document = dict[str, Any]


def document(
    network: Network,
    presentation: Presentation,
    *,
    inputs: Iterable[tuple[str, str]] = (),
    progress: Progress | None = None,
) -> Document:
    """Return everything the page knows, ready for JSON.

    Parameters
    ----------
    network
        What to show; actors and relations keep their row numbers as their numbers in the page.
    presentation
        What the page says about itself, and how it opens.
    inputs
        Name and SHA-256 of each file the network was read from.
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

    Returns
    -------
    dict
        ``about``, ``network`` (see `network_document`), ``measures`` (a score for each actor, to
        twelve decimals, null where a measure says nothing; ``sampled`` tells how far off one may
        be that is not exact), ``styles`` (aligned with the
        network's types and kinds), ``drawing`` (pyvis's nodes, edges and options, as columns) and,
        where one is told, ``story`` (see `graph.story.Story.to_dict`).

    Raises
    ------
    DataError
        When the story has an error.
    """
    types, kinds = _types(network), _kinds(network)
    return {
        "about": _about(network, presentation, inputs),
        "network": network_document(network),
        "measures": _measures(network),
        "styles": {"types": type_styles(types), "kinds": kind_styles(kinds)},
        "drawing": _drawing(network, types, kinds, progress),
    } | _story(network, presentation)


def network_document(network: Network) -> Document:
    """Return the network's data in columns, with its vocabulary, sources and folding table.

    Actors, kinds, types and sources are referred to by their number; a reference is a source's
    number, or text as it stands in the data. Columns are packed as in `explorer.page.columns`.

    Parameters
    ----------
    network
        What to show; only the types and kinds in use are in the result.
    """
    types, kinds = _types(network), _kinds(network)
    source_rows = {source.id: row for row, source in enumerate(network.source_rows)}
    return {
        "kinds": [{"id": kind, "label": kind.replace("_", " ")} for kind in kinds],
        "types": [_type_entry(relation_type) for relation_type in types],
        "sources": _source_columns(network),
        "actors": _actor_columns(network.actor_rows, kinds, source_rows),
        "relations": _relation_columns(network, types, source_rows),
        "fold": fold_table(name for actor in network.actor_rows for name in actor.names),
    }


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

    relations = network.relation_rows
    days = [day for relation in relations for day in (relation.start, relation.end) if day]
    return {
        **presentation.about(),
        "version": __version__,
        "actors": len(network.actor_rows),
        "relations": len(relations),
        "inputs": [{"file": name, "sha256": digest} for name, digest in inputs],
        "earliest": min(days, default=""),
        "latest": max(days, default=""),
    }


def _story(network: Network, presentation: Presentation) -> Document:
    story = network.story if presentation.story else None
    return {"story": story.to_dict()} if story else {}


def _types(network: Network) -> list[RelationType]:
    used = {relation.type.name for relation in network.relation_rows}
    return [relation_type for name, relation_type in network.types.items() if name in used]


def _kinds(network: Network) -> list[str]:
    used = dict.fromkeys(actor.kind for actor in network.actor_rows)
    return [*(kind for kind in KINDS if kind in used), *sorted(set(used).difference(KINDS))]


def _type_entry(relation_type: RelationType) -> Document:
    return {
        "id": relation_type.name,
        "sign": relation_type.sign,
        "mutual": relation_type.mutual,
        "influence": relation_type.influence,
        "label": relation_type.label,
        "inverse": relation_type.inverse,
    }


def _source_columns(network: Network) -> dict[str, Packed]:
    names = ("title", "author", "publisher", "date", "url", "archive_url", "citation")
    rows = network.source_rows
    return {"id": [row.id for row in rows]} | {
        name: pack(getattr(row, name) for row in rows) for name in names
    }


def _actor_columns(
    actors: Sequence[Actor], kinds: Sequence[str], sources: Mapping[str, int]
) -> Document:
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    texts = ("name", "description", "start", "end")
    return {
        "id": [actor.id for actor in actors],
        **{name: pack(getattr(actor, name) for actor in actors) for name in texts},
        "aliases": [list(actor.aliases) for actor in actors],
        "kind": pack(kind_number[actor.kind] for actor in actors),
        "reference": [_references(actor.references, sources) for actor in actors],
        "attributes": _attributes(actors),
    }


def _relation_columns(
    network: Network, types: Sequence[RelationType], sources: Mapping[str, int]
) -> Document:
    relations = network.relation_rows
    type_number = {relation_type.name: number for number, relation_type in enumerate(types)}
    texts = ("start", "end", "confidence", "grade", "note")
    pairs = _pairs(network)
    return {
        "id": [relation.id for relation in relations],
        **{name: pack(getattr(relation, name) for relation in relations) for name in texts},
        "source": pack(source for source, _ in pairs),
        "target": pack(target for _, target in pairs),
        "type": pack(type_number[relation.type.name] for relation in relations),
        "weight": pack(_short(relation.weight) for relation in relations),
        "disputes": pack(int(relation.stance == "disputes") for relation in relations),
        "reference": [_references(relation.references, sources) for relation in relations],
        "attributes": _attributes(relations),
    }


def _pairs(network: Network) -> list[tuple[int, int]]:
    row = {actor.id: number for number, actor in enumerate(network.actor_rows)}
    return [(row[each.source.id], row[each.target.id]) for each in network.relation_rows]


def _references(references: Sequence[Reference], sources: Mapping[str, int]) -> list[int | str]:
    return [each if isinstance(each, str) else sources[each.id] for each in references]


def _attributes(rows: Sequence[Actor] | Sequence[Relation]) -> dict[str, Packed]:
    return pack_rows([row.attributes for row in rows], missing="")


def _measures(network: Network) -> list[Document]:
    few = len(network.actor_rows) <= ALL_MEASURES_UP_TO
    answer = network.centrality(*(MEASURE_LABELS if few else CHEAP_MEASURES))
    ranked = [actor.id for actor in answer.actors]
    return [
        {
            "id": measure,
            "label": MEASURE_LABELS[measure],
            "scores": _by_row(network, ranked, scores),
        }
        | _caution(answer, measure)
        for measure, scores in answer.scores.items()
    ]


def _caution(answer: Centrality, measure: str) -> Document:
    how = answer.sampled.get(measure)
    return {"sampled": f"{how}. {how.ranks}"} if how else {}


def _by_row(network: Network, ranked: Sequence[str], scores: Sequence[float]) -> list[float | None]:
    score = dict(zip(ranked, scores, strict=True))
    return [_rounded(score[actor.id]) for actor in network.actor_rows]


def _rounded(score: float) -> float | None:
    return _short(round(float(score), DECIMALS)) if isfinite(score) else None


def _short(number: float) -> float:
    """Return a whole number without its decimal point, any other as it is."""
    return int(number) if number.is_integer() else number


def _drawing(
    network: Network,
    types: Sequence[RelationType],
    kinds: Sequence[str],
    progress: Progress | None,
) -> Document:
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    type_number = {relation_type.name: number for number, relation_type in enumerate(types)}
    pyvis = draw(
        positions(network, progress=progress),
        [kind_number[actor.kind] for actor in network.actor_rows],
        [
            (source, target, type_number[relation.type.name])
            for (source, target), relation in zip(
                _pairs(network), network.relation_rows, strict=True
            )
        ],
        (kind_styles(kinds), type_styles(types)),
        [relation_type.mutual for relation_type in types],
    )
    return {
        "options": pyvis.options,
        "nodes": pack_rows(pyvis.nodes, leave_out=["id"]),
        "edges": pack_rows(pyvis.edges, leave_out=["from", "to"]),  # the relations' own ends
    }
