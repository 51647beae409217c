"""What reference cells name, and the source a person means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from graph.data.columns import Columns, split_cell
from graph.data.records import Source
from graph.errors import SHOWN_CANDIDATES, QuestionError, cut, quoted
from graph.names import suggest

SHOWN_SOURCES = 3
NEAR = 0.8  # how alike an id is to a word that seems to be a slip of it


def match_source(source: str) -> Callable[[str], bool]:
    """Return a test of a reference cell: whether it names a source.

    Examples
    --------
    >>> match_source("a")("b|a"), match_source("a")("ab")
    (True, False)
    """
    return lambda cell: source in split_cell(cell)


def match_only_sources(sources: Collection[str]) -> Callable[[str], bool]:
    """Return a test of a reference cell: whether it names some sources and nothing beside them.

    Examples
    --------
    >>> test = match_only_sources({"a", "b"})
    >>> test("a|a"), test("b|a"), test("a|c"), test("")
    (True, True, False, False)
    """
    known = frozenset(sources)

    def test(cell: str) -> bool:
        named = split_cell(cell)
        return bool(named) and known.issuperset(named)

    return test


def resolve_source(columns: Columns, query: str) -> Source:
    """Return the one source that its id or its title leads to, spelled as a person would.

    As with actors, the exact id comes first, then the exact title, then either of them after
    folding (case, diacritics, script, order of words). What is only near is offered, not taken;
    so is a source of which only the author is given.

    Raises
    ------
    QuestionError
        When it leads to no source, with the nearest, or to several, with all of them.

    Examples
    --------
    >>> import graph
    >>> resolve_source(graph.load_example().columns, "BELARUS CHANGE-TRACKER").id
    'korshunau2022'
    """
    from graph.names.resolve import resolve_name

    sources = list(columns.sources.values())
    spelled = [(source.id, source.id, source.title) for source in sources]
    rows = resolve_name(query, spelled, people=())
    if len(rows) == 1:
        return sources[rows[0]]
    if rows:
        hidden = len(rows) - SHOWN_CANDIDATES
        more = f" and {hidden:,} more" if hidden > 0 else ""
        offered = _list_sources(sources[row] for row in rows[:SHOWN_CANDIDATES]) + more
        told = f"{quoted(query)} names {len(rows):,} sources: {offered}. Give the id."
        raise QuestionError("source", told)
    raise QuestionError(
        "source", f"{quoted(query)} is no source. {_suggest_sources(query, sources)}"
    )


def _suggest_sources(query: str, sources: Collection[Source]) -> str:
    """Return a question with the nearest sources, or what there are."""
    from graph.names.resolve import LONGEST_QUERY, find_nearest_rows

    known = list(sources)
    if not known:
        return "The data declares none: sources.csv would."
    spelled = [(each.id, each.id, each.title, each.citation) for each in known]
    rows = find_nearest_rows(query, spelled, SHOWN_SOURCES)
    if rows:
        return f"Did you mean {_list_sources(known[row] for row in rows)}?"
    ids = [each.id for each in known] if len(query) <= LONGEST_QUERY else []
    return suggest.suggest_word(query, ids, near=NEAR) or _list_some_ids(known)


def _list_some_ids(known: Sequence[Source]) -> str:
    """Return the first of the ids that there are, and how many more."""
    hidden = len(known) - SHOWN_SOURCES
    more = f" and {hidden:,} more" if hidden > 0 else ""
    return f"There are: {', '.join(quoted(each.id) for each in known[:SHOWN_SOURCES])}{more}."


def _list_sources(sources: Iterable[Source]) -> str:
    texts = [f"{quoted(each.id)} ({cut(each.citation, 60)})" for each in sources]
    return " or ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
