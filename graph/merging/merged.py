"""Merge the tables of two networks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.data.columns import (
    ACTOR_COLUMNS,
    RELATION_COLUMNS,
    SOURCE_COLUMNS,
    TYPE_COLUMNS,
    split_cell,
)
from graph.data.declared_types import to_type_row
from graph.data.vocabulary import TYPES, RelationType
from graph.importing.written import format_rows
from graph.merging.matched_actors import ActorMatches, match_actors
from graph.merging.private_claims import PrivateClaims
from graph.merging.report import MergeReport, format_report
from graph.merging.rows import Conflict, FolderRows, Row, join_rows, read_rows, to_columns
from graph.merging.same_rows import (
    are_one_claim,
    are_other_sources,
    get_meaning,
    list_source_marks,
    list_words,
    make_free_id,
)

if TYPE_CHECKING:
    from graph.select.selection import Selection

REPORT = "merge.md"
STANDARD: Mapping[str, Sequence[str]] = {
    "actors": ACTOR_COLUMNS,
    "relations": RELATION_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "types": TYPE_COLUMNS,
}


@dataclass(frozen=True)
class Merged:
    """What a merge makes of two networks.

    Parameters
    ----------
    files
        By file name, the text of each file of the new folder.
    report
        What was decided.
    """

    files: dict[str, str]
    report: MergeReport


def merge_networks(
    first: Selection,
    second: Selection,
    names: tuple[str, str] = ("first", "second"),
    *,
    same: Mapping[str, str] | None = None,
    apart: Sequence[str] = (),
) -> Merged:
    """Merge two networks into the files of one.

    The same actors are found by id, name and alias. Where the two say different things in one
    cell, the first one stands, and the second is in a column of its own.

    Parameters
    ----------
    first, second
        The networks.
    names
        What their folders are called.
    same
        By name or id in the second, whom in the first it is.
    apart
        Names or ids in the second who are nobody of the first.

    Raises
    ------
    QuestionError
        When a given name is nobody's.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> merged = merge_networks(net.only("borders"), net.only("met"))
    >>> merged.report.actors
    (85, 85, 85)
    """
    return _Merge(first, second, names).run(same or {}, apart)


@dataclass
class _Merge:
    first: Selection
    second: Selection
    names: tuple[str, str]
    conflicts: list[Conflict] = field(default_factory=list)
    renamed: list[tuple[str, str, str]] = field(default_factory=list)

    def run(self, same: Mapping[str, str], apart: Sequence[str]) -> Merged:
        """Merge sources and types, then actors, then the relations that name all of them."""
        one, two = read_rows(self.first), read_rows(self.second)
        sizes = [(len(each.actors), len(each.relations), len(each.sources)) for each in (one, two)]
        sources = self._merge_sources(one, two)
        types = self._merge_types(one, two)
        matches = match_actors(one.actors, two.actors, same, apart)
        actors = self._merge_actors(one, two, matches)
        former = {new: old for table, old, new in self.renamed if table == "types"}
        claims = PrivateClaims(types, former)
        claims.add(one.relations)
        claims.add(two.relations)
        relations, shared = self._merge_relations(one.relations, two.relations, types)
        marked = claims.mark(relations)
        declared = [
            dict(zip(TYPE_COLUMNS, to_type_row(each), strict=True))
            for name, each in types.items()
            if TYPES.get(name) != each
        ]
        tables = {"actors": actors, "relations": relations, "sources": sources, "types": declared}
        report = MergeReport(
            self.names,
            (sizes[0][0], sizes[1][0], len(actors)),
            (sizes[0][1], sizes[1][1], len(relations)),
            (sizes[0][2], sizes[1][2], len(sources)),
            shared,
            tuple(matches.matches),
            tuple(matches.questions),
            tuple(self.conflicts),
            tuple(self.renamed),
            marked,
        )
        files = {
            f"{family}.csv": format_rows(dict(to_columns(rows, STANDARD[family])))
            for family, rows in tables.items()
            if rows or family in ("actors", "relations")
        }
        empty = {"actors.csv": "id,name\n", "relations.csv": "source,target,type\n"}
        files |= {name: text for name, text in empty.items() if not files[name].strip()}
        return Merged({**files, REPORT: format_report(report)}, report)

    def _join(self, family: str, name: str, first: Row, second: Row) -> Row:
        joined, differing = join_rows(first, second, self.names[1])
        for column in differing:
            conflict = Conflict(family, name, column, first[column], second[column])
            self.conflicts.append(conflict)
        return joined

    def _rename(self, family: str, name: str, new: str) -> None:
        self.renamed.append((family, name, new))

    def _merge_sources(self, one: FolderRows, two: FolderRows) -> list[Row]:
        merged = list(one.sources)
        by_id = {row["id"]: number for number, row in enumerate(merged)}
        by_mark = {
            mark: number for number, row in enumerate(merged) for mark in list_source_marks(row)
        }
        new_id: dict[str, str] = {}
        for row in two.sources:
            marks = list_source_marks(row)
            number = by_id.get(row["id"])
            if number is not None and are_other_sources(merged[number], row):
                number = None
            if number is None:
                number = next((by_mark[mark] for mark in marks if mark in by_mark), None)
            if number is None:
                new_id[row["id"]] = make_free_id(row["id"], {*by_id, *new_id.values()})
                if new_id[row["id"]] != row["id"]:
                    self._rename("sources", row["id"], new_id[row["id"]])
                merged.append({**row, "id": new_id[row["id"]]})
            else:
                new_id[row["id"]] = merged[number]["id"]
                merged[number] = self._join("sources", row["id"], merged[number], row)
        for row in merged[len(one.sources) :]:
            if "via" in row:
                row["via"] = new_id.get(row["via"], row["via"])
        for row in (*two.actors, *two.relations):
            if "reference" in row:
                parts = [new_id.get(part, part) for part in split_cell(row["reference"])]
                row["reference"] = "|".join(dict.fromkeys(parts))
        return merged

    def _merge_types(self, one: FolderRows, two: FolderRows) -> dict[str, RelationType]:
        types = dict(one.types)
        new_name: dict[str, str] = {}
        for name, kind in two.types.items():
            known = types.get(name)
            if known is None or known == kind:
                types[name] = kind
            elif get_meaning(known) != get_meaning(kind):
                new_name[name] = make_free_id(name, {*types, *two.types}, "_")
                types[new_name[name]] = replace(kind, name=new_name[name])
                self._rename("types", name, new_name[name])
            elif known.label != kind.label:
                conflict = Conflict("types", name, "label", known.label, kind.label)
                self.conflicts.append(conflict)
        for row in two.relations:
            row["type"] = new_name.get(row["type"], row["type"])
        return types

    def _merge_actors(self, one: FolderRows, two: FolderRows, matches: ActorMatches) -> list[Row]:
        merged = list(one.actors)
        taken = {*(row["id"] for row in one.actors), *(row["id"] for row in two.actors)}
        known = {row["id"] for row in one.actors}
        new_id: dict[str, str] = {}
        for number, row in enumerate(two.actors):
            other = matches.rows.get(number)
            if other is None:
                new = row["id"] if row["id"] not in known else make_free_id(row["id"], taken)
                if new != row["id"]:
                    self._rename("actors", row["id"], new)
                    taken.add(new)
                new_id[row["id"]] = new
                merged.append({**row, "id": new})
            else:
                new_id[row["id"]] = merged[other]["id"]
                merged[other] = self._join_actors(merged[other], row)
        for row in two.relations:
            for name in ("source", "target", "claimant"):
                if name in row:
                    row[name] = new_id.get(row[name], row[name])
        return merged

    def _join_actors(self, first: Row, second: Row) -> Row:
        """Join two rows of one actor; a name that differs is an alias."""
        names = split_cell(first.get("aliases", ""))
        plain = {name: cell for name, cell in second.items() if name != "name"}
        if second["name"] not in (first["name"], *names):
            plain["aliases"] = "|".join(
                [second["name"].replace("|", "/"), *split_cell(plain.get("aliases", ""))]
            )
        if "aliases" in plain:
            others = [each for each in split_cell(plain["aliases"]) if each != first["name"]]
            plain["aliases"] = "|".join(others)
        joined = self._join("actors", first["name"], first, plain)
        return {name: cell for name, cell in joined.items() if cell}

    def _merge_relations(
        self, first: list[Row], second: list[Row], types: Mapping[str, RelationType]
    ) -> tuple[list[Row], int]:
        """Return the relations, and how many of the second folder the first has, too."""
        merged = list(first)
        by_id = {row["id"]: number for number, row in enumerate(merged) if "id" in row}
        by_words: dict[tuple[object, ...], list[int]] = {}
        for number, row in enumerate(merged):
            by_words.setdefault(list_words(row, types), []).append(number)
        shared = 0
        for row in second:
            same: int | None = by_id.get(row.get("id", ""))
            if same is not None and not are_one_claim(merged[same], row, types):
                self._rename("relations", row.pop("id"), "")
                same = None
            alike = by_words.get(list_words(row, types), [])
            if same is not None and same in alike:
                alike.remove(same)
            elif same is None and alike:
                same = alike.pop(0)
            if same is None:
                merged.append(row)
            else:
                shared += 1
                ends = {name: merged[same][name] for name in ("source", "target")}
                name = f"{ends['source']} {row['type']} {ends['target']}"
                merged[same] = self._join("relations", name, merged[same], {**row, **ends})
        return merged, shared
