"""The roles of a sheet's columns, and how each is assigned: as asked, by header, by values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.importing.roles import values as looks
from graph.importing.roles.allowed import HALF, MOST_TYPES, allows_role
from graph.importing.roles.ends import Ends
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.header_words import DATE_NOUNS, read_words
from graph.importing.roles.headers import find_roles
from graph.importing.roles.littlesis import is_littlesis
from graph.importing.roles.neo4j import find_columns, list_repeated
from graph.importing.tables.sheet import Sheet

MOST = 0.8
BY_HEADER = "by its header"
OWN, SKIP = "own", "skip"
LINKS = {"link", "links"}  # of the web, or between actors
PICTURES = "image, photo, logo, portrait, picture, website, homepage, thumbnail"

NAMES = {"key": "id"}  # of roles that are not the name of our column


@dataclass
class Roles:
    """What the columns of a sheet mean.

    Parameters
    ----------
    family
        ``relations``, ``actors``, ``sources``, ``types``, or empty for none of them.
    by_role
        The column of each role.
    ends
        The columns of the two ends, of relations.
    why
        For each column why it has its role.
    guesses
        The columns whose role a careful person should look at.
    skipped
        The columns that are left out.
    """

    family: str
    by_role: dict[str, str] = field(default_factory=dict)
    ends: Ends | None = None
    why: dict[str, str] = field(default_factory=dict)
    guesses: set[str] = field(default_factory=set)
    skipped: list[str] = field(default_factory=list)

    def list_own(self, sheet: Sheet) -> list[str]:
        """Return the columns without a role."""
        taken = {*self.by_role.values(), *self.skipped, *(self.ends.headers if self.ends else ())}
        return [header for header in sheet.columns if header not in taken]


def take_neo4j(sheet: Sheet, roles: Roles, names: Mapping[str, str]) -> None:
    """Take columns by Neo4j's own words, which need no guess."""
    roles.skipped += list_repeated(sheet)
    for kind, header in find_columns(sheet).items():
        if kind in names and header not in roles.skipped:
            take_role(roles, names[kind], header, "as Neo4j's import names it")


def take_given(roles: Roles, given: Mapping[str, str]) -> None:
    """Take the roles that a person gave."""
    for header, role in given.items():
        if role == SKIP:
            roles.skipped.append(header)
        elif role not in (OWN, "source", "target"):
            take_role(
                roles,
                {"id": "key"}.get(role, role) if roles.family == "actors" else role,
                header,
                "as asked",
            )
    roles.why.update({header: "as asked" for header, role in given.items() if role == OWN})


def take_role(roles: Roles, role: str, header: str, why: str) -> None:
    """Give a column a role that no other column has, and say why."""
    if role not in roles.by_role:
        roles.by_role[role] = header
        roles.why[header] = why


def take_hinted(sheet: Sheet, roles: Roles, family: str) -> None:
    """Give each role to the column whose header suggests it best, if its values allow it."""
    taken = {*roles.by_role.values(), *roles.skipped, *roles.why}
    ranked = sorted(
        (-1 if fold_header(header) == (NAMES.get(role, role),) else position, number, role, header)
        for number, header in enumerate(sheet.columns)
        if header not in taken
        for role, position in find_roles(header, family)
    )
    for _, _, role, header in ranked:
        if role in roles.by_role or header in roles.why:
            continue
        if role == "reference" and header.lower() in LINKS and not _are_addresses(sheet, header):
            continue
        is_code = role == "type" and is_littlesis(sheet, header)
        if is_code or allows_role(sheet.columns[header], role, family):
            take_role(roles, role, header, BY_HEADER)


def take_by_values(sheet: Sheet, roles: Roles) -> None:
    """Give roles to columns whose values alone can mean nothing else."""
    for header in roles.list_own(sheet):
        values = looks.sample_values(sheet.columns[header])
        if header in roles.why or not values:
            continue
        folded = {value.casefold() for value in values}
        words = fold_header(header)
        if looks.are_directions(values) and "type" in words:
            take_role(roles, "directed", header, "its values are Directed and Undirected")
        elif folded <= looks.BASES and len(folded) > 1:
            take_role(roles, "basis", header, "its values say whether it is stated or inferred")
    type_column = roles.by_role.get("type")
    if type_column and looks.are_signs(looks.sample_values_with_dashes(sheet.columns[type_column])):
        roles.by_role["sign"] = roles.by_role.pop("type")
        roles.why[type_column] = "its values are signs"
    if "type" not in roles.by_role and "note" not in roles.by_role:
        _take_text_as_note(sheet, roles)
    if "reference" not in roles.by_role:
        _take_addresses(sheet, roles)
    if not {"start", "end", "date"} & set(roles.by_role):
        _take_first_date(sheet, roles)


def _take_text_as_note(sheet: Sheet, roles: Roles) -> None:
    """Take a column that should be the type, but has a text for nearly every row, as the note."""
    for header in roles.list_own(sheet):
        is_named = any(role == "type" for role, _ in find_roles(header, "relations"))
        values = looks.sample_values(sheet.columns[header])
        if header not in roles.why and is_named and len(values) > MOST_TYPES:
            take_role(roles, "note", header, "a text in nearly every row is no type")
            roles.guesses.add(header)
            return


def _take_first_date(sheet: Sheet, roles: Roles) -> None:
    """Take the first column of dates whose header says so, such as ``award date``."""
    for header in roles.list_own(sheet):
        is_named = not read_words(DATE_NOUNS).keys().isdisjoint(fold_header(header))
        if (
            header not in roles.why
            and is_named
            and allows_role(sheet.columns[header], "date", "relations")
        ):
            take_role(roles, "date", header, "the first column of dates")
            roles.guesses.add(header)
            return


def _take_addresses(sheet: Sheet, roles: Roles) -> None:
    for header in roles.list_own(sheet):
        values = looks.sample_values(sheet.columns[header])
        share = looks.measure_share(values, looks.ADDRESS.match)
        if header not in roles.why and share > MOST and not _is_picture(header):
            take_role(roles, "reference", header, "its values are addresses")
            return


def _are_addresses(sheet: Sheet, header: str) -> bool:
    values = looks.sample_values(sheet.columns[header])
    return not values or looks.measure_share(values, looks.ADDRESS.match) > HALF


def _is_picture(header: str) -> bool:
    return not read_words(PICTURES).keys().isdisjoint(fold_header(header))
