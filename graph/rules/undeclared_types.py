"""Types of relations that nothing declares: neutral and directed, unless a slip of a known one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.data.columns import TYPE_COLUMNS
from graph.data.counts import format_count
from graph.data.declared_types import declare_type, to_type_row
from graph.data.dictionary_column import count_values, map_values, unique_values
from graph.data.matching_rows import find_first_rows
from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_TYPE, TYPES, RelationType
from graph.errors import Problem, quote_value
from graph.rules.all_tables import LONGEST_ID

LONG_WORD = 8  # letters; a longer word may have two slips, a shorter one has one
MOST_COMPARED = 500  # types; with more of them the column is no list of types
OTHER_WORDS = {
    "owe", "owes", "lend", "lends", "load", "loads", "find", "finds", "founds", "funded",
    "comments", "commends", "sided_with", "contact_with", "contacts_with",
    "heads", "beads", "reads", "posts", "costs", "ghosts", "towns", "downs", "bounded", "sounded",
    "pounded", "hounded", "rounded", "wounded", "mounded", "carried_to", "harried_to", "belated_to",
    "hobbies", "raises", "sent_to", "bent_to", "went_to", "rent_to", "tent_to", "rally", "tally",
    "sally", "dally", "orders", "order", "grades_with", "snows", "bunds", "hunds", "punds",
}  # fmt: skip
"""Words that are a letter or two from a type and mean something else."""
OPPOSITE = ("un", "dis", "anti", "non", "no_", "not_", "counter", "mis", "in", "de")
LEAST_KNOWN = 4  # letters of a type whose first letter may be a slip
SHORT = {"owns", "paid", "sued"}  # too many words differ from them in the first letter
SHORT_HEADER = ("type", "sign", "mutual")


@dataclass(frozen=True)
class UsedTypes:
    """The types that relations have.

    Parameters
    ----------
    relations
        The relations, with types as they are declared, whatever their case.
    types
        The known types, and those that nothing declares.
    slips
        For each type that is a slip of a known one the known one.
    undeclared
        The types that nothing declares.
    notes
        What is to be said about types in another case.
    counts
        How many relations have each type, where there are more than these.
    """

    relations: Table
    types: Mapping[str, RelationType]
    slips: Mapping[str, str] = field(default_factory=dict)
    undeclared: Collection[str] = ()
    notes: Collection[Problem] = ()
    counts: Mapping[str, int] | None = None


def read_types(
    relations: Table, known: Mapping[str, RelationType], mutual: Collection[str] = ()
) -> UsedTypes:
    """Return the relations with their types.

    Parameters
    ----------
    relations
        The relations.
    known
        The types that are built in or declared.
    mutual
        Types whose rows are undirected.
    """
    types = dict(known)
    unknown = [name for name in unique_values(relations.cells("type")) if name not in types]
    unknown = sorted(name for name in unknown if name)
    same = _find_same_words(unknown, known)
    notes: list[Problem] = []
    if same:
        cells = map_values(relations.cells("type"), lambda name: same.get(name, name))
        notes = _note_same_words(relations, same)
        relations = replace(relations, columns={**relations.columns, "type": cells})
    compared = [name for name in unknown if name not in same][:MOST_COMPARED]
    slips = {name: near for name in compared if (near := find_slip(name, known))}
    undeclared = [name for name in unknown if name not in same and name not in slips]
    for name in undeclared:
        types[name] = declare_type({"type": name, "mutual": "yes" if name in mutual else ""})
    if DEFAULT_TYPE in mutual and types[DEFAULT_TYPE] == TYPES[DEFAULT_TYPE]:
        types[DEFAULT_TYPE] = replace(TYPES[DEFAULT_TYPE], mutual=True)
    return UsedTypes(relations, types, slips, undeclared, notes)


def _find_same_words(unknown: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Return for types in another case, or with spaces, the known type that they are."""
    by_words = {_normalize(name): name for name in known}
    return {name: by_words[words] for name in unknown if (words := _normalize(name)) in by_words}


def _normalize(name: str) -> str:
    return name.casefold().replace(" ", "_").replace("-", "_")


def _note_same_words(relations: Table, same: Mapping[str, str]) -> list[Problem]:
    counts = count_values(relations.cells("type"))
    return [
        Problem(
            relations.name,
            None,
            "type",
            f"{quote_value(name)} in {format_count(counts[name], 'row')}, read as {known!r}.",
            severity="note",
            rule="same-type",
        )
        for name, known in same.items()
    ]


def find_slip(name: str, known: Mapping[str, RelationType]) -> str:
    """Return the known type of which a name is a slip of the pen; empty for none.

    A slip is a letter or two that is missing, added, exchanged or wrong. In the first letter it is
    one alone, of a type of four letters and more: heads is not leads, and sent_to is not lent_to,
    nor is bet met. An s behind a known type may be missing, too.
    Likeness never decides between two signs, and a word that says no to another is no slip of it.

    Examples
    --------
    >>> from graph.data.vocabulary import TYPES
    >>> [find_slip(name, TYPES) for name in ("fund", "unds", "alyl", "heads", "enemy", "+")]
    ['funds', 'funds', 'ally', '', '', '']
    """
    word = name.casefold()
    most = 2 if len(word) >= LONG_WORD else 1
    if len(word) <= most + 1 or word in OTHER_WORDS:
        return ""
    near = {}
    for each in known:
        distance = _count_slips(word, each.casefold(), most)
        if distance <= most:
            near[each] = distance
    least = min(near.values(), default=0)
    best = [each for each, distance in near.items() if distance == least]
    return best[0] if len({known[each].sign for each in best}) == 1 else ""


def _count_slips(word: str, known: str, most: int) -> int:
    """Return how many letters of a known type are slips in a word; more than `most` for no slip."""
    from rapidfuzz.distance import OSA  # most data never needs it

    if _are_opposite(word, known):
        return most + 1
    if word[:1] != known[:1]:
        is_short = len(known) < LEAST_KNOWN or known in SHORT
        return most + 1 if is_short else OSA.distance(word, known, score_cutoff=1)
    forms = {known, known.removesuffix("s")}
    return min(OSA.distance(word, form, score_cutoff=most) for form in forms)


def _are_opposite(word: str, other: str) -> bool:
    """Return whether one of two words is the other with a beginning that says no."""
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return any(longer == prefix + shorter for prefix in OPPOSITE)


def warn_of_undeclared(relations: Table, used: UsedTypes, types: Table) -> Iterator[Problem]:
    """Yield a warning for each type that nothing declares, with the line that declares it."""
    if not used.undeclared:
        return
    cells = relations.cells("type")
    counts = count_values(cells) if used.counts is None else used.counts
    undeclared = set(used.undeclared)
    for row, name in find_first_rows(cells):
        if name not in undeclared:
            continue
        if len(name) > LONGEST_ID:
            what = f"has {len(name):,} characters, which is too long for a type."
            yield relations.error(
                row, "type", what, f"Give at most {LONGEST_ID:,}.", rule="too-long"
            )
            continue
        direction = "mutual" if used.types[name].mutual else "directed"
        what = f"{quote_value(name)} is not declared, in {format_count(counts[name], 'row')}: "
        what += f"it is read as neutral and {direction}."
        yield relations.warning(
            row, "type", what, _suggest_line(used.types[name], types), rule="undeclared-type"
        )


def _suggest_line(relation_type: RelationType, types: Table) -> str:
    """Return the sentence that declares a type."""
    header = tuple(types.columns) or SHORT_HEADER
    line = format_type_line(relation_type, header)
    if types.columns:
        return f"To declare it, add to {types.name}: {line}"
    return f"To declare it, write types.csv: {','.join(header)} and below it {line}"


def format_type_line(relation_type: RelationType, header: Collection[str]) -> str:
    """Return the line of types.csv that declares a type, for the columns of a header.

    Examples
    --------
    >>> format_type_line(declare_type({"type": "rivals, at times"}), ("type", "sign", "mutual"))
    '"rivals, at times",0,no'
    """
    cells = dict(zip(TYPE_COLUMNS, to_type_row(relation_type), strict=True))
    return ",".join(_quote_cell(cells.get(name, "")) for name in header)


def _quote_cell(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if set(cell) & set(',;\t"\r\n') else cell
