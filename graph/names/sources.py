"""Match the sources that reference cells cite, and resolve the source that a person means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from graph.data.columns import Columns, split_cell
from graph.data.records import Source
from graph.errors import SHOWN_CANDIDATES, QuestionError, quote_value, shorten
from graph.names import suggest

SHOWN_SOURCES = 3
LEAST_LIKENESS = 0.8  # of an id to a word that may be a misspelling of it


def match_sources(sources: Collection[str]) -> Callable[[str], bool]:
    """Return a test for reference cells that cite any of these sources.

    Examples
    --------
    >>> match_sources({"a"})("b|a"), match_sources({"a"})("ab")
    (True, False)
    """
    wanted = frozenset(sources)
    return lambda cell: not wanted.isdisjoint(split_cell(cell))


def match_only_sources(sources: Collection[str]) -> Callable[[str], bool]:
    """Return a test for reference cells that cite only these sources.

    Examples
    --------
    >>> test = match_only_sources({"a", "b"})
    >>> test("a|a"), test("b|a"), test("a|c"), test("")
    (True, True, False, False)
    """
    allowed = frozenset(sources)

    def test(cell: str) -> bool:
        cited = split_cell(cell)
        return bool(cited) and allowed.issuperset(cited)

    return test


def resolve_source(columns: Columns, query: str, argument: str = "source") -> Source:
    """Return the source with an id or a title as a person types it, or with an address.

    As with actors, the exact id comes first, then the exact address and title, then id or title
    after folding (case, diacritics, script, order of words). A near miss is only offered; so is a
    source if only its author is given. `argument` is how the question calls it, in an error.

    Raises
    ------
    QuestionError
        When no source matches, with the nearest ones, or several do, with all of them.

    Examples
    --------
    >>> import graph
    >>> resolve_source(graph.load_example().columns, "BELARUS CHANGE-TRACKER").id
    'korshunau2022'
    """
    from graph.names.resolve import resolve_name

    if cited := columns.source_ids.get(query):
        return columns.sources[cited]
    sources = list(columns.sources.values())
    spelled = [(source.id, source.id, source.title) for source in sources]
    rows = resolve_name(query, spelled, people=())
    if len(rows) == 1:
        return sources[rows[0]]
    if rows:
        hidden = len(rows) - SHOWN_CANDIDATES
        more = f" and {hidden:,} more" if hidden > 0 else ""
        offered = _list_sources(sources[row] for row in rows[:SHOWN_CANDIDATES]) + more
        what = f"{quote_value(query)} names {len(rows):,} sources: {offered}. Give the id."
        raise QuestionError(argument, what)
    raise QuestionError(
        argument, f"{quote_value(query)} is not a source. {_suggest_sources(query, sources)}"
    )


def _suggest_sources(query: str, sources: Collection[Source]) -> str:
    """Return a question with the nearest sources, or the sources that there are."""
    from graph.names.resolve import LONGEST_QUERY, find_nearest_rows

    sources_list = list(sources)
    if not sources_list:
        return "The data has no sources: add sources.csv."
    spelled = [(each.id, each.id, each.title, each.citation) for each in sources_list]
    rows = find_nearest_rows(query, spelled, SHOWN_SOURCES)
    if rows:
        return f"Did you mean {_list_sources(sources_list[row] for row in rows)}?"
    ids = [each.id for each in sources_list] if len(query) <= LONGEST_QUERY else []
    return suggest.suggest_word(query, ids, near=LEAST_LIKENESS) or _list_some_ids(sources_list)


def _list_some_ids(sources: Sequence[Source]) -> str:
    """List the first ids, and how many more there are."""
    hidden = len(sources) - SHOWN_SOURCES
    more = f" and {hidden:,} more" if hidden > 0 else ""
    ids = ", ".join(quote_value(each.id) for each in sources[:SHOWN_SOURCES])
    return f"The sources are {ids}{more}."


def _list_sources(sources: Iterable[Source]) -> str:
    texts = [f"{quote_value(each.id)} ({shorten(each.citation, 60)})" for each in sources]
    return " or ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
