"""Give every relation a type of the vocabulary, or declare one; turn what is said backwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.data.declared_types import as_sign, declare_type, to_type_row
from graph.data.vocabulary import DEFAULT_TYPE, TYPES, RelationType
from graph.importing.by_column import (
    count_values,
    encode_column,
    exchange_rows,
    find_combinations,
    make_blank,
    make_column,
    map_column,
)
from graph.importing.draft import DIRECTED, SIGN, Draft, Rows, add_working_column, count_rows
from graph.importing.roles.folded_headers import fold_header
from graph.importing.type_words import EXTRA_TYPES
from graph.importing.words import SIGN_TYPES, Meaning, find_meaning

WORDING = "wording"


@dataclass(frozen=True)
class TypeLine:
    """What the report says of a word for relations.

    Parameters
    ----------
    words
        What the file has; empty for relations without a type.
    type, sign, mutual
        The relation type, how it counts, and whether it holds both ways.
    count
        How many rows have the words.
    how
        ``exact``, ``by meaning``, ``own``, ``as asked`` or ``none given``.
    is_reverse
        Whether the ends were exchanged.
    """

    words: str
    type: str
    sign: str
    mutual: bool
    count: int
    how: str
    is_reverse: bool = False


def give_types(
    draft: Draft, asked: Mapping[str, str]
) -> tuple[Rows, dict[str, RelationType], list[TypeLine]]:
    """Return the relations with types, the types that they use, and what the report says of them.

    Parameters
    ----------
    draft
        The draft, with its cells read.
    asked
        By words, the type or sign that a person gave.

    Examples
    --------
    >>> draft = Draft(relations={"source": ["A"], "target": ["B"], "type": ["employed by"]})
    >>> rows, types, lines = give_types(draft, {})
    >>> list(rows["source"]), list(rows["type"]), lines[0].how, lines[0].is_reverse
    (['B'], ['employs'], 'by meaning', True)
    """
    import numpy as np

    relations = draft.relations
    count = count_rows(relations)
    blank = make_blank(count)
    keys = [relations.get(name, blank) for name in ("type", SIGN, DIRECTED)]
    encoded = [encode_column(column) for column in keys]
    first, codes = find_combinations(encoded)
    declared = _read_declared(draft.types)
    cases = [tuple(column[row] for column in encoded) for row in first]
    meanings = {
        words: _find(words, declared, asked) for words in dict.fromkeys(c[0] for c in cases)
    }
    chosen = _choose_types(cases, meanings, asked)
    sizes = _count_cases(codes, len(cases))
    lines = [
        TypeLine(case[0], kind.name, kind.sign, kind.mutual, size, how, is_reverse)
        for case, size in zip(cases, sizes, strict=True)
        for kind, is_reverse, how in (chosen[case],)
    ]
    is_reverse_case = np.array([chosen[case][1] for case in cases], bool)
    ends = exchange_rows(relations["source"], relations["target"], is_reverse_case[codes])
    types = make_column([chosen[case][0].name for case in cases], codes)
    rows = {**relations, "source": ends[0], "target": ends[1], "type": types}
    if any(line.how == "by meaning" or line.is_reverse for line in lines) and "type" in relations:
        shown = {line.words for line in lines if line.how == "by meaning" or line.is_reverse}
        cells = map_column(relations["type"], lambda words: words if words in shown else "")
        add_working_column(rows, WORDING, cells, draft.notes)
    rows.pop(SIGN, None)
    rows.pop(DIRECTED, None)
    used = {kind.name: kind for kind, _, _ in chosen.values()}
    return rows, {**declared, **used}, _sum_lines(lines)


def _find(words: str, declared: Mapping[str, RelationType], asked: Mapping[str, str]) -> Meaning:
    if words in declared:
        return Meaning(declared[words])
    return find_meaning(words, asked) if words else Meaning(TYPES[DEFAULT_TYPE])


def _choose_types(
    cases: list[tuple[str, ...]], meanings: Mapping[str, Meaning], asked: Mapping[str, str]
) -> dict[tuple[str, ...], tuple[RelationType, bool, str]]:
    """Return for each case (words, sign, directed) its type, whether it is reverse, and how."""
    chosen = {}
    for case in cases:
        words, sign, directed = case
        meaning, how = meanings[words], meanings[words].how
        kind = meaning.type
        if not words:
            how = "none given"
            if "" in asked:
                meaning = find_meaning(asked[""])
                kind, how = meaning.type, "as asked"
            elif sign in SIGN_TYPES and sign != "0":
                kind, how = find_meaning(SIGN_TYPES[sign]).type, "exact"
        elif sign and sign != kind.sign:
            ending = {"+": "positive", "-": "negative"}.get(sign, "neutral")
            kind = replace(kind, name=f"{kind.name}_{ending}", sign=as_sign(sign))
        if directed == "no" and not kind.mutual:
            kind = _make_mutual(kind, cases, meanings)
        chosen[case] = kind, meaning.is_reverse and not kind.mutual, how
    return chosen


def _make_mutual(
    kind: RelationType, cases: list[tuple[str, ...]], meanings: Mapping[str, Meaning]
) -> RelationType:
    """Return a type that holds both ways; of another name where it also occurs one way."""
    one_way = any(
        meanings[words].type.name == kind.name and directed != "no" for words, _, directed in cases
    )
    name = f"{kind.name}_mutual" if one_way else kind.name
    return replace(kind, name=name, mutual=True, inverse=kind.label, past_inverse=kind.past)


def _read_declared(types: Rows) -> dict[str, RelationType]:
    """Return the types that the files declare themselves."""
    declared = {}
    for row in range(count_rows(types)):
        cells = {name: column[row] for name, column in types.items() if column[row]}
        if cells.get("type"):
            declared[cells["type"]] = declare_type(cells)
    return declared


def _count_cases(codes: object, count: int) -> list[int]:
    import numpy as np

    counts: list[int] = np.bincount(codes, minlength=count).tolist()  # type: ignore[arg-type]
    return counts


def _sum_lines(lines: list[TypeLine]) -> list[TypeLine]:
    """Join the lines of words that differ in case alone, most rows first."""
    joined: dict[tuple[object, ...], TypeLine] = {}
    for line in lines:
        key = (" ".join(fold_header(line.words)) or line.words, line.type, line.sign, line.mutual)
        known = joined.get(key)
        joined[key] = replace(known, count=known.count + line.count) if known else line
    return sorted(joined.values(), key=lambda line: (-line.count, line.words))


def list_type_rows(used: Mapping[str, RelationType]) -> list[tuple[str, ...]]:
    """Return a row of types.csv for each type that is not built in as it is.

    Examples
    --------
    >>> list_type_rows({"ally": TYPES["ally"]})
    []
    """
    return [to_type_row(each) for name, each in used.items() if TYPES.get(name) != each]


def count_types(relations: Rows) -> Mapping[str, int]:
    """Return how many relations have each type."""
    return count_values(relations.get("type", ()))


KNOWN_TYPES = {**TYPES, **EXTRA_TYPES}
