"""Read columns that name another actor beside that of the row: its father, owner or founder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graph.importing.draft import PLACE, Draft, Note
from graph.importing.phrases import DOERS
from graph.importing.roles import values as looks
from graph.importing.roles.allowed import HALF
from graph.importing.roles.assigned_roles import MOST, OWN, Roles
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import REFERRING_WORDS, read_words
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.roles.role_words import find_role_words, list_role_columns
from graph.importing.tables.sheet import Sheet
from graph.importing.words import describe_reading, find_meaning, is_said_of_target


def find_referring_columns(
    sheet: Sheet, roles: Roles, given: Mapping[str, str], *, weak: bool
) -> list[str]:
    """Return the columns of a list of actors whose cells name other actors.

    Parameters
    ----------
    sheet, roles, given
        The list, its roles, and the roles that a person gave.
    weak
        Whether a column may refer by its values alone: those are names of the list.
    """
    own = [header for header in roles.list_own(sheet) if given.get(header) != OWN]
    certain = list_role_columns(sheet)
    names = {
        value
        for role in ("key", "name")
        if role in roles.by_role
        for value in sheet.columns[roles.by_role[role]]
    }
    return [
        header
        for header in own
        if not _names_itself(sheet, roles, header)
        and (header in certain or (weak and _names_actors(sheet, header, names)))
    ]


def _names_actors(sheet: Sheet, header: str, names: Collection[str]) -> bool:
    values = looks.sample_values(sheet.columns[header])
    is_named = " ".join(fold_header(header)) in read_words(REFERRING_WORDS)
    is_named = is_named or bool(find_role_words(header))
    share = looks.measure_share(values, names.__contains__)
    return len(values) > (0 if is_named else 1) and share > (HALF if is_named else MOST)


def _names_itself(sheet: Sheet, roles: Roles, header: str) -> bool:
    """Return whether a column mostly repeats the name or the id of its own row."""
    cells = sheet.columns[header]
    own = [sheet.columns[roles.by_role[role]] for role in ("key", "name") if role in roles.by_role]
    filled = [row for row, cell in enumerate(cells) if cell]
    same = sum(any(cells[row] == names[row] for names in own) for row in filled)
    return same > HALF * len(filled)


def draft_referring(
    sheet: Sheet, subject: str, header: str, names: Mapping[str, str] | None = None
) -> Draft:
    """Return the relations of a column that names another actor beside that of the row.

    Parameters
    ----------
    sheet
        The table.
    subject
        The column of the row's actor.
    header
        The column of the other actor.
    names
        By key, the name of an actor, for the report.

    Examples
    --------
    >>> sheet = Sheet("a.csv", "", {"Name": ["Bo"], "Father": ["Al"]}, [2])
    >>> draft = draft_referring(sheet, "Name", "Father")
    >>> draft.relations["source"], draft.relations["target"]
    (['Al'], ['Bo'])
    >>> draft.notes[0].text
    "a.csv: 'Father' names another actor: it is read as 'Al is a parent of Bo'."
    """
    own, other = sheet.columns[subject], sheet.columns[header]
    pairs = {
        (own[row], cell): row
        for row, cell in reversed(list(enumerate(other)))
        if cell and own[row] and not is_placeholder(cell)
    }
    rows = sorted(pairs.values())
    words = _find_words(header)
    is_turned = is_said_of_target(words)
    first, second = (other, own) if is_turned else (own, other)
    relations = {
        "source": [first[row] for row in rows],
        "target": [second[row] for row in rows],
        "type": [words] * len(rows),
        PLACE: [sheet.place(row) for row in rows],
    }
    draft = Draft(relations=dict(relations))
    if rows:
        shown = [(names or {}).get(cells[rows[0]], cells[rows[0]]) for cells in (first, second)]
        draft.notes.append(note_reading(sheet, header, words, shown))
    return draft


def note_reading(sheet: Sheet, header: str, words: str, ends: Sequence[str]) -> Note:
    """Return the note of how a column that names actors is read, in a sentence from its own row."""
    read = describe_reading(words, ends[0], ends[1])
    what = f"{sheet.label}: {header!r} names another actor: it is read as {read!r}."
    return Note("tables", what, f"--map {header!r}=own", is_guess=True)


def _find_words(header: str) -> str:
    """Return the words for the relation to the actor that a column names.

    A noun that nothing else is known of, such as teacher, is what the row's actor has.
    """
    words = find_role_words(header)
    if not words:
        folded = " ".join(fold_header(header)).removesuffix(" id")
        words = folded if folded != header.lower() else header.lower()
        is_noun = find_meaning(words).how == "own" and " " not in words and words.endswith(DOERS)
        words = f"has {words}" if is_noun else words
    elif " ".join(fold_header(header)) == words:
        words = header.lower()
    return words


def draft_beside_ends(sheet: Sheet, roles: Roles, given: Mapping[str, str]) -> Draft:
    """Return the relations of further columns that name an actor beside one of the two ends."""
    draft, ends = Draft(), roles.ends
    subject = _find_subject(roles)
    if ends is None or not subject:
        return draft
    certain = list_role_columns(sheet)
    for header in roles.list_own(sheet):
        if header in certain and given.get(header) != OWN:
            draft.extend(draft_referring(sheet, subject, header))
    return draft


def _find_subject(roles: Roles) -> str:
    """Return the column of the end that no role names, beside one that a role names; or nothing."""
    ends = roles.ends
    if ends is None or not ends.stems[0]:
        return ""
    columns = [each.get("key") or each.get("name", "") for each in (ends.source, ends.target)]
    plain = [header for header in columns if not find_role_words(header)]
    return plain[0] if len(plain) == 1 else ""


def note_pair(sheet: Sheet, roles: Roles) -> list[Note]:
    """Return the note of how two columns are read whose headers say the relation."""
    ends = roles.ends
    if ends is None or not ends.type or "type" in roles.by_role:
        return []
    source, target = (
        sheet.columns[each.get("name") or each["key"]] for each in (ends.source, ends.target)
    )
    row = next((n for n, cell in enumerate(source) if cell and target[n]), None)
    if row is None:
        return []
    headers = [each.get("name") or each["key"] for each in (ends.source, ends.target)]
    read = describe_reading(ends.type, source[row], target[row])
    what = f"{sheet.label}: {headers[0]!r} and {headers[1]!r} are read as {read!r}."
    return [Note("tables", what)]
