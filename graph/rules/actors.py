"""Rules about actors: their kinds, and names that several actors share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_first_rows, find_rows
from graph.data.table import Table
from graph.data.vocabulary import KINDS
from graph.errors import Problem, quote_value
from graph.names import suggest
from graph.names.resolve import Spellings
from graph.rules.all_tables import count_others
from graph.text.invisible import JOINERS, remove_idle_joiners

MOST_OWN_KINDS = 50  # that later kinds are compared with
LEAST_LIKENESS = 0.8  # of a kind to the kind it may be a misspelling of


def check_kinds(actors: Table) -> Iterator[Problem]:
    """Warn about each kind that may be a misspelling of a built-in or an earlier kind.

    Any other kind is accepted: data may have kinds of its own, such as company.
    """
    all_kinds = list(KINDS)
    for row, kind in find_first_rows(actors.cells("kind")):
        if kind and kind not in all_kinds and len(all_kinds) < len(KINDS) + MOST_OWN_KINDS:
            hint = suggest.suggest_word(kind, all_kinds, near=LEAST_LIKENESS)
            all_kinds.append(kind)
            if hint:
                what = f"{quote_value(kind)} is not a built-in kind."
                yield actors.warning(row, "kind", what, hint, rule="unknown-kind")


def check_aliases(actors: Table) -> Iterator[Problem]:
    """Warn where aliases have commas or semicolons between them, and no cell of them has a bar."""
    cells = actors.columns.get("aliases", ())
    if any("|" in cell for cell in unique_values(cells)):
        return
    names = actors.cells("name")
    rows = find_rows(cells, lambda cell: "," in cell or ";" in cell)
    rows = [row for row in rows if not _is_turned(cells[row], names[row])]
    if rows:
        row = rows[0]
        what = f"{quote_value(cells[row])} is one alias, as it has no bar (|)."
        what += count_others(len(rows))
        remedy = "Write | between several aliases."
        yield actors.warning(row, "aliases", what, remedy, rule="joined-aliases")


def _is_turned(alias: str, name: str) -> bool:
    """Return whether an alias is the name with its words in another order: Lee, Anna."""
    return sorted(alias.replace(",", " ").split()) == sorted(name.replace(",", " ").split())


def check_names(actors: Table, spellings: Spellings) -> Iterator[Problem]:
    """Warn about each name or alias that another actor has, or that is another actor's id."""
    repeated = _find_repeated(spellings)
    rows = [row for row, texts in enumerate(spellings) if not repeated.isdisjoint(texts)]
    row_by_id = {spellings[row][0]: row for row in reversed(rows)}
    row_by_name: dict[str, int] = {}
    for row in rows:
        actor, name, *aliases = spellings[row]
        for text in dict.fromkeys((name, *aliases)) if aliases else (name,):
            column = "name" if text == name else "aliases"
            if text and spellings[row_by_name.setdefault(text, row)][0] != actor:
                where = actors.describe_line(row_by_name[text])
                what = f"{quote_value(text)} is also a name in {where}."
                remedy = "This name alone finds neither actor."
                yield actors.warning(row, column, what, remedy, rule="shared-name")
            if text and text in row_by_id and text != actor:
                where = actors.describe_line(row_by_id[text])
                what = f"{quote_value(text)} is also the id in {where}."
                remedy = "This name finds the actor with that id."
                yield actors.warning(row, column, what, remedy, rule="name-is-an-id")


def check_joined_names(actors: Table, spellings: Spellings) -> Iterator[Problem]:
    """Warn about each name or alias that is another actor's but for an invisible joiner."""
    columns = [unique_values(actors.cells(name)) for name in ("name", "aliases")]
    if not any(joiner in cell for column in columns for cell in column for joiner in JOINERS):
        return
    shown = {
        text: remove_idle_joiners(text)
        for _, *names in spellings
        for text in names
        if any(joiner in text for joiner in JOINERS)
    }
    wanted = {bare for text, bare in shown.items() if bare != text}
    rows_by_look: dict[str, list[tuple[int, str]]] = {}
    for row, (_, *names) in enumerate(spellings):
        for text in names:
            if shown.get(text, text) in wanted:
                rows_by_look.setdefault(shown.get(text, text), []).append((row, text))
    for twins in rows_by_look.values():
        for row, text in twins:
            others = [(twin, name) for twin, name in twins if twin != row and name != text]
            if shown.get(text, text) != text and others:
                yield _make_twin_problem(actors, (row, text), others[0], spellings[row][1])


def _make_twin_problem(
    actors: Table, spelling: tuple[int, str], twin: tuple[int, str], name: str
) -> Problem:
    (row, text), (twin_row, twin_text) = spelling, twin
    where = actors.describe_line(twin_row)
    what = f"{quote_value(text)} looks like {quote_value(twin_text)} in {where}."
    column = "name" if text == name else "aliases"
    remedy = "Remove what is invisible, or rename one."
    return actors.warning(row, column, what, remedy, rule="similar-name")


def _find_repeated(spellings: Spellings) -> set[str]:
    """Return the texts that are there more than once: only they can be shared."""
    texts = [*chain.from_iterable(spellings)]
    if len(set(texts)) == len(texts):  # several times as fast as counting them
        return set()
    counts = Counter(texts)
    return {text for text, count in counts.items() if count > 1}
