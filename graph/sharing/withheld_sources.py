"""Leave withheld sources out of data that is published, and keep which of the others are one voice.

The address of a source names it as its id does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.data.columns import SOURCE_COLUMNS, Columns, split_cell
from graph.data.dictionary_column import map_values, unique_values
from graph.data.records import Source
from graph.data.table import Table
from graph.data.via import list_chain


def list_hidden_addresses(
    columns: Columns, private: Collection[str], removed: Collection[str]
) -> dict[str, str]:
    """Return the addresses of sources that are not to be seen, each with the id of its source.

    Parameters
    ----------
    columns
        All the data.
    private
        The private sources.
    removed
        The columns of sources.csv that are left out.
    """
    return {
        address: source
        for address, source in columns.source_ids.items()
        if address != source and ("url" in removed or source in private)
    }


def find_cited(table: Table, ids: Mapping[str, str]) -> set[str]:
    """Return all references of a table, of a source its id.

    Parameters
    ----------
    table
        Actors or relations.
    ids
        The ids of sources by what a row may cite.
    """
    cells = unique_values(table.cells("reference"))
    return {ids.get(part, part) for cell in cells for part in split_cell(cell)}


def replace_references(table: Table, withheld: Collection[str], hidden: Mapping[str, str]) -> Table:
    """Return a table that cites no withheld source, and no hidden address.

    Parameters
    ----------
    table
        Actors or relations.
    withheld
        The ids of sources.
    hidden
        As `list_hidden_addresses` returns it.
    """
    if not (withheld or hidden) or "reference" not in table.columns:
        return table

    def change(cell: str) -> str:
        before = split_cell(cell)
        named = [hidden.get(reference, reference) for reference in before]
        after = tuple(reference for reference in named if reference not in withheld)
        return cell if after == before else "|".join(after)

    columns = {**table.columns, "reference": map_values(table.cells("reference"), change)}
    return replace(table, columns=columns)


def keep_voices(before: Columns, public: Columns) -> Columns:
    """Return public data whose sources are the same voices as in all the data.

    Where a withheld publisher or source made several one voice, each gets the id of the first of
    them in the column `voice`: it says which are one, and not why.
    """
    was, now = (_list_first(public.sources, columns.voices) for columns in (before, public))
    if was == now:
        return public
    sources = {name: replace(source, voice=was[name]) for name, source in public.sources.items()}
    return replace(public, sources=sources)


def _list_first(sources: Iterable[str], voices: Mapping[str, str]) -> dict[str, str]:
    """Return for each of some sources the first of them that is the same voice."""
    first: dict[str, str] = {}
    return {source: first.setdefault(voices[source], source) for source in sources}


def cut_sources(
    sources: Mapping[str, Source], withheld: Collection[str], removed: Collection[str]
) -> dict[str, Source]:
    """Return some sources, without some columns and those of the withheld sources only."""
    shown = {
        name: _skip_withheld(sources, source, withheld)
        for name, source in sources.items()
        if name not in withheld
    }
    emptied = _list_filled(sources.values()) - _list_filled(shown.values())
    return {name: _cut_source(source, {*removed, *emptied}) for name, source in shown.items()}


def _list_filled(sources: Iterable[Source]) -> set[str]:
    """Return the own columns in which a source has something."""
    return {name for source in sources for name, cell in source.attributes.items() if cell}


def _skip_withheld(
    sources: Mapping[str, Source], source: Source, withheld: Collection[str]
) -> Source:
    """Return a source that reaches us through the first in its chain that is not withheld."""
    if source.via not in withheld:
        return source
    chain = list_chain(sources, source.via)
    return replace(source, via=next((each for each in chain if each not in withheld), ""))


def _cut_source(source: Source, removed: Collection[str]) -> Source:
    """Return a source without some columns."""
    blank = {name: "" for name in removed if name in SOURCE_COLUMNS}
    own = {name: cell for name, cell in source.attributes.items() if name not in removed}
    return replace(source, **blank, attributes=own)
