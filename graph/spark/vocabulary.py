"""What the words of a folder mean: its relation types, and its sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.data.records import Source
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.rules.checked_columns import prepare_columns


@dataclass(frozen=True)
class Vocabulary:
    """What words mean.

    Parameters
    ----------
    types
        Every relation type in force, by name.
    sources
        The sources, by id.
    renamed
        For types that are written in another case the type that is meant.
    slips
        The types that are slips of a known one.
    undeclared
        The types that nothing declares.
    """

    types: Mapping[str, RelationType]
    sources: Mapping[str, Source]
    renamed: Mapping[str, str]
    slips: Collection[str] = ()
    undeclared: Collection[str] = ()


def read_vocabulary(used: Sequence[str], tables: Mapping[str, Table]) -> Vocabulary:
    """Return what the types that relations have mean, as the rules read them.

    Parameters
    ----------
    used
        The types that relations have.
    tables
        ``sources`` and ``types``, where there are any.

    Examples
    --------
    >>> vocabulary = read_vocabulary(["Ally", "grudge"], {})
    >>> dict(vocabulary.renamed), vocabulary.types["grudge"].sign
    ({'Ally': 'ally'}, '0')
    """
    ends: dict[str, Sequence[str]] = dict.fromkeys(("source", "target"), ["-"] * len(used))
    relations = Table("relations.csv", {**ends, "type": used}, range(len(used)))
    prepared = prepare_columns({**tables, "relations": relations})
    meant = prepared.columns.relations.cells("type")
    renamed = {name: each for name, each in zip(used, meant, strict=True) if name != each}
    used_types = prepared.used
    return Vocabulary(
        prepared.columns.types, prepared.columns.sources, renamed,
        used_types.slips, used_types.undeclared,
    )  # fmt: skip
