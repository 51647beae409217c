"""The rule that no name looks like another's because a letter is of another script.

Three passes, each over fewer spellings and more thorough than the one before: candidates have
foreign letters that all look Latin, or mix scripts; suspects share a skeleton made from the short
table of confusables; the whole table decides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.names.resolve import Spellings
from graph.rules.confusables import (
    COMMON_CONFUSABLES,
    FOREIGN_LETTER,
    LATIN_LETTER,
    MIXED_SCRIPTS,
    PLAIN_LATIN_LETTER,
    RARE_LETTER,
    UNLIKE_LATIN,
    WORD,
    find_latin_lookalikes,
    get_script,
    has_foreign_letter,
    load_confusables,
    make_skeleton,
)

MOST_LETTERS = 3  # listed in a message

Spelling = tuple[int, str]
"""An actor's row, and its id, its name or one of its aliases."""

MOST_SPELLINGS = 3  # a skeleton; rows and texts all differ, so one is another actor's and differs

_compose = partial(unicodedata.normalize, "NFC")


def check_lookalikes(actors: Table, spellings: Spellings) -> Iterator[Problem]:
    """Warn about each id, name or alias that looks like another actor's, or mixes scripts."""
    candidates = _find_candidates(actors, spellings)
    suspects = _find_suspects(candidates, spellings)
    if not suspects:
        return
    skeletons = {text: make_skeleton(text) for _, text in candidates}
    by_skeleton = _group_by_skeleton(spellings, skeletons)
    for row, text in dict.fromkeys(suspects):
        column = _find_column(spellings[row], text)
        twin = _find_twin(row, text, by_skeleton[skeletons[text]])
        if twin:
            where, scripts = (
                actors.describe_line(twin[0]),
                _list_scripts(FOREIGN_LETTER.findall(text)),
            )
            what = f"{quote_value(text)} looks like {quote_value(twin[1])} in {where}: {scripts}."
            remedy = "Type both in one script, or rename one."
            yield actors.warning(row, column, what, remedy, rule="lookalike-name")
            continue
        letters = next(filter(None, map(_find_misplaced_letters, WORD.findall(text))), None)
        if letters:
            what = f"{quote_value(text)} mixes scripts in a word: {_list_scripts(letters)}."
            remedy = "Type the word in one script."
            yield actors.warning(row, column, what, remedy, rule="mixed-scripts")


def _find_candidates(actors: Table, spellings: Spellings) -> list[Spelling]:
    """Return the spellings that mix scripts, or have only foreign letters that look Latin."""
    joined = map("".join, zip(*map(actors.cells, ("id", "name", "aliases")), strict=True))
    rows = [row for row, text in enumerate(joined) if has_foreign_letter(text)]
    return [
        (row, text)
        for row in rows
        for text in spellings[row]
        if has_foreign_letter(text) and (_mixes_scripts(text) or not UNLIKE_LATIN.search(text))
    ]


def _mixes_scripts(text: str) -> bool:
    # The first search is the faster one, and rules out most texts.
    return bool(LATIN_LETTER.search(text) and MIXED_SCRIPTS.search(text))


def _find_suspects(candidates: list[Spelling], spellings: Spellings) -> list[Spelling]:
    """Return the candidates that mix scripts, have a rare letter, or share a quick skeleton."""
    skeletons = {text: make_skeleton(text, COMMON_CONFUSABLES) for _, text in candidates}
    by_skeleton = _group_by_skeleton(spellings, skeletons)
    return [
        (row, text)
        for row, text in candidates
        if RARE_LETTER.search(text)
        or MIXED_SCRIPTS.search(text)
        or _find_twin(row, text, by_skeleton[skeletons[text]])
    ]


def _group_by_skeleton(
    spellings: Spellings, skeletons: Mapping[str, str]
) -> Mapping[str, list[Spelling]]:
    """Return the first few spellings that have each of the skeletons.

    A spelling without an entry in `skeletons` is its own skeleton.
    """
    groups: dict[str, list[Spelling]] = {skeleton: [] for skeleton in skeletons.values()}
    wanted = groups.keys() | skeletons.keys()
    for row, texts in enumerate(spellings if groups else ()):
        if wanted.isdisjoint(texts):
            continue
        for text in texts:
            if text in wanted:
                _add_spelling(groups[skeletons.get(text, text)], row, text)
    return groups


def _add_spelling(group: list[Spelling], row: int, text: str) -> None:
    """Add a spelling to a group that is not full and has neither its row nor its text."""
    is_new = all(row != member_row and text != member for member_row, member in group)
    if is_new and len(group) < MOST_SPELLINGS:
        group.append((row, text))


def _find_column(spelling: tuple[str, ...], text: str) -> str:
    """Return the column that an actor has a text in."""
    return {text: "aliases", spelling[1]: "name", spelling[0]: "id"}[text]


def _find_twin(row: int, text: str, group: list[Spelling]) -> Spelling | None:
    """Return another actor's spelling that looks like a text.

    Of two spellings with foreign letters only the later one has a twin, so that a pair is
    reported once.
    """
    for twin_row, twin in group:
        comes_first = twin_row < row or not has_foreign_letter(twin)
        # Texts that differ only in how accents are encoded are the same text.
        if twin_row != row and comes_first and _compose(twin) != _compose(text):
            return twin_row, twin
    return None


def _find_misplaced_letters(word: str) -> list[str]:
    """Return the letters of a word that could be replaced so that the word is in one script.

    A word that cannot be written in one script, such as SMSки, mixes scripts on purpose.
    """
    letters = unicodedata.normalize("NFD", word)
    foreign, latin = FOREIGN_LETTER.findall(letters), PLAIN_LATIN_LETTER.findall(letters)
    if not foreign or not latin:
        return []
    if all(ord(letter) in load_confusables() for letter in foreign):
        return foreign
    replaceable = find_latin_lookalikes(frozenset(map(get_script, foreign)))
    return latin if len(latin) < len(foreign) and replaceable.issuperset(latin) else []


def _list_scripts(letters: Sequence[str]) -> str:
    """Return the first few of some letters, each with the script it is of."""
    texts = [f"{quote_value(letter)} is {get_script(letter)}" for letter in dict.fromkeys(letters)]
    return ", ".join(texts[:MOST_LETTERS])
