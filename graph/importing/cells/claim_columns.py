"""Read what rows say of their claims: stance, basis, sign; an unknown word stays beside."""

from __future__ import annotations

from collections.abc import Mapping

from graph.importing.by_column import count_values, map_column
from graph.importing.draft import SIGN, Draft, Note, add_working_column
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.roles.values import BASIS_WORDS, SIGNS, STANCE_WORDS, clean_word

COLUMNS: Mapping[str, tuple[Mapping[str, str], str]] = {
    "stance": (STANCE_WORDS, "asserts"),
    "basis": (BASIS_WORDS, "stated"),
    SIGN: (SIGNS, "no sign"),
}
"""By column the words that are known, and what any other cell is read as."""

MOST_SHOWN = 5


def read_claim_columns(draft: Draft) -> None:
    """Write stance, basis and sign as the project does; an unknown word is kept beside, and said.

    Examples
    --------
    >>> draft = Draft(relations={"stance": ["Disputed", "disputes", "hm"]})
    >>> read_claim_columns(draft)
    >>> list(draft.relations["stance"]), list(draft.relations["stance as written"])
    (['disputes', 'disputes', ''], ['', '', 'hm'])
    """
    relations = draft.relations
    for name, (words, otherwise) in COLUMNS.items():
        if name not in relations:
            continue
        counts = count_values(relations[name])
        unknown = {
            cell
            for cell in counts
            if cell and clean_word(cell) not in words and not is_placeholder(cell)
        }
        beside = f"{name.strip()} as written"
        read = {cell: words.get(clean_word(cell), "") for cell in counts}
        if unknown:
            shown = ", ".join(map(repr, sorted(unknown)[:MOST_SHOWN]))
            what = f"{name.strip()}: not understood, read as {otherwise}, and kept in {beside!r}: "
            what += f"{shown}."
            draft.notes.append(Note("columns", what, is_guess=True))
            written = {cell: cell if cell in unknown else "" for cell in counts}
            cells = map_column(relations[name], written.__getitem__)
            add_working_column(relations, beside, cells, draft.notes)
        relations[name] = map_column(relations[name], read.__getitem__)
