"""Read the doubt that stands beside a type: ``ally?``, ``allegedly funds``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from graph.data.counts import format_count
from graph.importing.by_column import count_cells, encode_column, make_blank, map_column, map_rows
from graph.importing.draft import Draft, Note, add_working_column, count_rows

MOST_SHOWN = 5
ALLEGED = (
    "allegedly|alleged|reportedly|rumou?red|supposedly|supposed|purportedly|purported|claimed|"
    "angeblich|mutmaßlich|prétendument|présumé|supuestamente|supuesto|предположительно|якобы|"
    "нібито|rzekomo|domniemany"
)
INFERRED = (
    "probably|probable|presumably|presumed|likely|apparently|apparent|assumed|inferred|"
    "vermutlich|wahrscheinlich|probablement|probablemente|вероятно|ймовірно|prawdopodobnie"
)
UNSURE = (
    "possibly|possible|perhaps|maybe|unconfirmed|uncertain|unsure|tbc|"
    "möglicherweise|vielleicht|unbestätigt|peut-être|quizás|возможно|можливо|może|być może"
)
WORD = re.compile(
    rf"(?<![^\W_])(?:(?P<alleged>{ALLEGED})|(?P<inferred>{INFERRED})|(?P<unsure>{UNSURE}))(?![^\W_])",
    re.IGNORECASE,
)
MARK = re.compile(r"[(\[]\s*\?+\s*[)\]]|\?+")
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")


class Doubt(NamedTuple):
    """A type without the doubt beside it, and what the doubt means.

    Parameters
    ----------
    words
        The type's words.
    basis
        ``alleged``, ``inferred``, or empty.
    confidence
        ``low``, or empty.
    """

    words: str
    basis: str = ""
    confidence: str = ""


def read_doubt(text: str) -> Doubt:
    """Return a type and the doubt beside it; a text without doubt, or of doubt alone, as it is.

    Examples
    --------
    >>> read_doubt("ally (?)"), read_doubt("allegedly funds")
    (Doubt(words='ally', basis='', confidence='low'), Doubt(words='funds', basis='alleged', confidence=''))
    >>> read_doubt("ally").basis, read_doubt("???").words
    ('', '???')
    """  # noqa: E501 - two answers side by side
    if len(text) > 200:  # noqa: PLR2004 - characters; no type is as long
        return Doubt(text)
    found = {match.lastgroup for match in WORD.finditer(text)}
    bare = EMPTY_BRACKETS.sub(" ", MARK.sub(" ", WORD.sub(" ", text)))
    words = " ".join(bare.split()).strip(" ,;:-")
    if not words or (not found and not MARK.search(text)):
        return Doubt(text)
    basis = "alleged" if "alleged" in found else "inferred" if "inferred" in found else ""
    return Doubt(words, basis, "" if basis else "low")


def take_doubts(draft: Draft) -> None:
    """Write the doubt beside types as basis or confidence, where a row has none of its own."""
    relations = draft.relations
    if "type" not in relations:
        return
    doubts = {text: read_doubt(text) for text in encode_column(relations["type"]).values}
    doubtful = {text: each for text, each in doubts.items() if each.words != text}
    doubtful = {text: each for text, each in doubtful.items() if each.basis or each.confidence}
    if not doubtful:
        return
    blank = make_blank(count_rows(relations))

    def read_row(words: str, basis: str, confidence: str) -> tuple[str, str, str]:
        doubt = doubtful.get(words, Doubt(words))
        return doubt.words, basis or doubt.basis, confidence or doubt.confidence

    names = ("type", "basis", "confidence")
    columns = [relations.get(name, blank) for name in names]
    written = map_column(relations["type"], lambda cell: cell if cell in doubtful else "")
    add_working_column(relations, "type as written", written, draft.notes)
    draft.notes.append(_note_doubts(doubtful, count_cells(relations["type"], doubtful)))
    for name, cells in zip(names, map_rows(columns, read_row, 3), strict=True):
        if name in relations or any(cells.values):
            relations[name] = cells


def _note_doubts(doubtful: Mapping[str, Doubt], count: int) -> Note:
    shown = ", ".join(
        f"{text!r} as {each.words!r}, "
        + (f"basis {each.basis}" if each.basis else f"confidence {each.confidence}")
        for text, each in list(doubtful.items())[:MOST_SHOWN]
    )
    what = f"type: {format_count(count, 'row')} with a doubt: {shown}."
    return Note("numbers", f"{what} The words stay in 'type as written'.", is_guess=True)
