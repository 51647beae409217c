"""Refuse an option that names a word, a name, a column or a sheet that the files do not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.data.dictionary_column import unique_values
from graph.data.vocabulary import TYPES
from graph.errors import QuestionError, quote_value
from graph.importing.draft import Draft, Note, Rows
from graph.importing.namesakes import get_shared_name
from graph.importing.options import ImportOptions
from graph.importing.roles.folded_headers import fold_header
from graph.importing.tables.sheet import Sheet
from graph.importing.type_words import EXTRA_TYPES, LITTLESIS
from graph.importing.words import find_meaning
from graph.names.suggest import suggest_word

MOST_SHOWN = 20
LEAST_LIKENESS = 0.75  # of a type to one of ours, so that it is a slip


def require_sheets(sheets: Sequence[Sheet], options: ImportOptions) -> None:
    """Refuse a sheet that no workbook has, and a column to split that no table has.

    Raises
    ------
    QuestionError
        With the nearest one.

    Examples
    --------
    >>> require_sheets([Sheet("a.csv", "", {"members": []}, [])], ImportOptions(split={"m": "/"}))
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: split: 'm' is not a column. There are 'members'.
    """
    names = list(dict.fromkeys(sheet.sheet for sheet in sheets if sheet.sheet))
    folded = {name.casefold().strip() for name in names}
    unknown = [name for name in options.sheets if name.casefold().strip() not in folded]
    _refuse("sheet", unknown, "is not a sheet that holds something", names)
    headers = list(dict.fromkeys(header for sheet in sheets for header in sheet.columns))
    columns = {*headers, "source", "target"}
    unknown = [column for column in options.split if column not in columns]
    _refuse("split", unknown, "is not a column", headers)


def require_words(draft: Draft, options: ImportOptions) -> None:
    """Refuse a word for relations or kinds that no row has, and a type that is a slip of ours.

    Raises
    ------
    QuestionError
        With the nearest one.

    Examples
    --------
    >>> draft = Draft(relations={"type": ["rival"]})
    >>> require_words(draft, ImportOptions(types={"rivl": "opposes"}))
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: type: 'rivl' is not in these files. Did you mean 'rival'?
    """
    if options.types:
        words = list(filter(None, unique_values(draft.relations.get("type", ()))))
        _require_known("type", options.types, [*words, *_list_meanings(words)])
        _refuse_slips(options.types, [*words, *draft.types.get("type", ())])
    if options.kinds:
        kinds = list(filter(None, unique_values(draft.actors.get("kind", ()))))
        _require_known("kind", options.kinds, kinds)


def require_names(relations: Rows, actors: Rows, merge: Mapping[str, str]) -> list[Note]:
    """Refuse to merge a name that nobody has; return a note on each that is merged.

    Raises
    ------
    QuestionError
        With the nearest name.
    """
    if not merge:
        return []
    columns = relations.get("source", ()), relations.get("target", ()), actors.get("name", ())
    names = list(dict.fromkeys(name for column in columns for name in unique_values(column)))
    known = set(names)
    unknown = [name for name in merge if not {name, get_shared_name(name)} & known]
    _refuse("merge", unknown, "is not in these files", names)
    return [Note("actors", f"{one} is {two}, as asked.", "--merge") for one, two in merge.items()]


def _list_meanings(words: Iterable[str]) -> list[str]:
    """Return what the numbers of LittleSis mean, which a person may name instead."""
    return [LITTLESIS[word] for word in words if word in LITTLESIS]


def _require_known(option: str, asked: Iterable[str], words: Sequence[str]) -> None:
    known = {*words, *(" ".join(fold_header(word)) for word in words)}
    unknown = [
        phrase
        for phrase in asked
        if phrase and phrase not in known and " ".join(fold_header(phrase)) not in known
    ]
    _refuse(option, unknown, "is not in these files", words)


def _refuse_slips(types: Mapping[str, str], words: Iterable[str]) -> None:
    """Refuse a type that nobody knows, and that is nearly one of ours."""
    known = {*TYPES, *EXTRA_TYPES, *words}
    for name in types.values():
        hint = (
            "" if name in known else suggest_word(name, [*TYPES, *EXTRA_TYPES], near=LEAST_LIKENESS)
        )
        if hint and find_meaning(name).how == "own":
            raise QuestionError("type", f"{quote_value(name)} is not a type. {hint}")


def _refuse(option: str, unknown: Sequence[str], what: str, known: Sequence[str]) -> None:
    if unknown:
        some = ", ".join(map(quote_value, known[:MOST_SHOWN]))
        hint = _suggest(unknown[0], known) or (f"There are {some}." if some else "")
        raise QuestionError(option, f"{quote_value(unknown[0])} {what}. {hint}".strip())


def _suggest(word: str, known: Sequence[str]) -> str:
    """Return a question with the nearest word, whatever its case; empty if none is near."""
    by_folded = {each.casefold(): each for each in reversed(known)}
    folded = list(by_folded)
    question = suggest_word(word, folded, "{}")
    near = next((each for each in folded if question == quote_value(each)), "")
    return f"Did you mean {quote_value(by_folded[near])}?" if near else ""
