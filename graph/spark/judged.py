"""Judge by the project's own filters, once for each combination of cells that rows have.

Many rows have the same cells. Those that a filter looks at are collected, each combination once,
and put to the filters of an ordinary Network, so that no filter is written a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.data.columns import Columns
from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_TYPE, RelationType
from graph.network import Network
from graph.select.applied_filter import AppliedFilter

if TYPE_CHECKING:
    import pyarrow as pa

TIME = ("at", "between")
OF_RELATIONS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("only", "avoid"), ("type",)),
    **dict.fromkeys(("basis", "avoid_basis"), ("basis",)),
    **dict.fromkeys(TIME, ("type", "start", "end", "reference")),
    "min_confidence": ("confidence",),
    "according_to": ("claimant",),
    "without_source": ("reference",),
}
"""By each filter the cells of a relation that it looks at."""

OF_ACTORS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("kind", "avoid_kind"), ("kind",)),
    **dict.fromkeys(TIME, ("start", "end", "reference")),
    "without_source": ("reference",),
}
"""By each filter the cells of an actor that it looks at, also where it selects relations."""

BY_ACTOR = ("only_actor", "avoid_actor")
MARK = "\x01"  # begins the ids of the actors that stand for a combination: no file has it

STATE, IN_DOUBT = "_state", "_doubt"
LEFT_OUT, SELECTED, MAY_HOLD = range(3)


class FilterWords(NamedTuple):
    """What a filter has to know beside the cells.

    Parameters
    ----------
    types, sources
        The vocabulary of the data.
    kinds
        The kinds of actors that there are.
    claims
        The texts in the column ``claimant``.
    claimants
        The actors that these name: the columns ``id``, ``name`` and ``aliases``.
    """

    types: Mapping[str, RelationType]
    sources: Mapping[str, Source]
    kinds: Sequence[str] = ()
    claims: Sequence[str] = ()
    claimants: Mapping[str, Sequence[str]] = MappingProxyType({})


def list_cells(
    filters: Iterable[AppliedFilter], looked_at: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return the cells that some filters look at, each once.

    Examples
    --------
    >>> list_cells([AppliedFilter("only", ("ally",)), AppliedFilter("at", ("1990",))], OF_ACTORS)
    ['start', 'end', 'reference']
    """
    names = (name for each in filters for name in looked_at.get(each.name, ()))
    return list(dict.fromkeys(names))


def judge_relations(
    cells: Mapping[str, Sequence[str]], filters: Sequence[AppliedFilter], words: FilterWords
) -> tuple[list[int], list[bool]]:
    """Return of combinations of cells whether filters select a relation that has them.

    Parameters
    ----------
    cells
        Columns as in relations.csv; those of the two actors begin with ``source_``, ``target_``.
    filters
        The filters; those by actor are not looked at.
    words
        What they have to know.

    Returns
    -------
    list of int
        For each combination `LEFT_OUT`, `SELECTED`, or `MAY_HOLD` if it does no more than that.
    list of bool
        Whether it may hold because a date is in doubt, rather than missing.
    """
    count = len(next(iter(cells.values()), ()))
    network = build_pairs(cells, count, words)
    for each in filters:
        if each.name not in BY_ACTOR:
            network = each.apply(network)
    states, doubts = [LEFT_OUT] * count, [False] * count
    for row in network.relation_numbers:
        if row >= count:
            continue
        when = network.find_when(row)
        states[row] = MAY_HOLD if when and when.state == "may_hold" else SELECTED
        doubts[row] = bool(when) and when.why == "date in doubt"  # type: ignore[union-attr]
    return states, doubts


def judge_actors(
    cells: Mapping[str, Sequence[str]], filters: Sequence[AppliedFilter], words: FilterWords
) -> list[bool]:
    """Return of combinations of cells whether filters select an actor that has them.

    One that has no relation; with one, sources that are left out do not leave it out.
    """
    count = len(next(iter(cells.values()), ()))
    ends = {f"source_{name}": values for name, values in cells.items()}
    network = replace(build_pairs(ends, count, words), relation_numbers=[])
    for each in filters:
        if each.name in OF_ACTORS:
            network = each.apply(network)
    selected = set(network.actor_numbers)
    return [row in selected for row in range(count)]


def build_words(words: FilterWords) -> Network:
    """Return a Network that knows some words, and refuses in filters what it does not know."""
    return build_pairs({}, 0, words)


def build_pairs(cells: Mapping[str, Sequence[str]], count: int, words: FilterWords) -> Network:
    """Return a Network with a relation for each combination, between two actors of its own.

    Behind them stand the kinds, the claims and the claimants, so that every word is known.
    """
    ids = [f"{MARK}{number}" for number in range(2 * count + len(words.kinds))]
    ends, claimants = 2 * count, words.claimants
    own = len(claimants.get("id", ()))
    actors = {"id": [*ids, *claimants.get("id", ())], "name": [*ids, *claimants.get("name", ())]}
    for name in ("kind", "start", "end", "reference"):
        both = (cells.get(f"{end}_{name}", [""] * count) for end in ("source", "target"))
        kinds = words.kinds if name == "kind" else [""] * len(words.kinds)
        actors[name] = [*chain(*both), *kinds, *[""] * own]
    actors["aliases"] = [*[""] * len(ids), *claimants.get("aliases", [""] * own)]
    claims = len(words.claims)
    pair = [MARK] * claims if not count else [ids[0]] * claims
    relations: dict[str, Sequence[str]] = {
        "source": [*ids[:count], *pair], "target": [*ids[count:ends], *pair],
    }  # fmt: skip
    blank = {"type": DEFAULT_TYPE}
    for name in ("type", "start", "end", "confidence", "basis", "claimant", "reference"):
        default = blank.get(name, "")
        values = words.claims if name == "claimant" else [default] * claims
        relations[name] = [*cells.get(name, [default] * count), *values]
    tables = (
        Table("actors.csv", actors, range(len(actors["id"]))),
        Table("relations.csv", relations, range(count + claims)),
    )
    return Network.from_columns(Columns(*tables, words.sources, words.types))


def judge_batches(
    batches: Iterable[pa.RecordBatch], filters: Sequence[AppliedFilter], words: FilterWords
) -> Iterator[pa.RecordBatch]:
    """Yield batches of combinations with how each is judged: Spark calls it on its workers."""
    import pyarrow as pa

    for batch in batches:
        cells: dict[str, Any] = {
            name: batch.column(name).to_pylist() for name in batch.schema.names
        }
        texts = {name: values for name, values in cells.items() if not name.startswith("_")}
        states, doubts = judge_relations(texts, filters, words)
        arrays = [*batch.columns, pa.array(states, pa.int32()), pa.array(doubts)]
        yield pa.RecordBatch.from_arrays(arrays, [*batch.schema.names, STATE, IN_DOUBT])
