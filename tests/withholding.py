"""Random small cases in which every cell is a word of its own, and what must not be told of each.

The model here knows nothing of the code it tests: it says for each row whether it is hidden, and
writes the files a second time as if what is hidden had never been.
"""

import csv
import io
from dataclasses import dataclass

from hypothesis import strategies as st

COLUMNS = {
    "actors": ("id", "name", "kind", "aliases", "description", "reference", "phone"),
    "relations": ("source", "target", "type", "reference", "note", "channel"),
    "sources": ("id", "title", "author", "publisher"),
    "types": ("type", "sign", "mutual", "influence", "label", "inverse"),
}
FREE = ("aliases", "description", "reference", "phone", "note", "channel", "title", "author")


def draws(most):
    """Rows as what is private of them, and numbers from which their ends and sources follow."""
    numbers = st.tuples(*[st.integers(0, 11)] * 4)
    return st.lists(st.tuples(st.booleans(), numbers), min_size=1, max_size=most)


@dataclass(frozen=True)
class Case:
    """What was drawn: rows, and the columns to be left out."""

    actors: list
    relations: list
    sources: list
    redact: list

    def rows(self):
        """Return every row of every file as a dictionary, with whether it is marked."""
        cited = [f"source{n}q" for n in range(len(self.sources))]

        def references(numbers):
            return "|".join(dict.fromkeys(cited[n % len(cited)] for n in numbers if n < 8))

        actors, relations = [], []
        for n, (marked, numbers) in enumerate(self.actors):
            cells = {name: f"{name}a{n}q" for name in COLUMNS["actors"]}
            actors.append((marked, cells | {"reference": references(numbers[:2])}))
        for n, (marked, (source, target, *numbers)) in enumerate(self.relations):
            cells = {name: f"{name}r{n}q" for name in COLUMNS["relations"]}
            ends = {
                "source": f"ida{source % len(actors)}q",
                "target": f"ida{target % len(actors)}q",
            }
            relations.append((marked, cells | ends | {"reference": references(numbers)}))
        sources = [
            (marked, {name: f"{name}s{n}q" for name in COLUMNS["sources"]} | {"id": cited[n]})
            for n, (marked, _) in enumerate(self.sources)
        ]
        types = [
            (False, {"type": row["type"], "sign": "0", "mutual": "no", "influence": "yes",
                     "label": f"label{row['type']}", "inverse": f"inverse{row['type']}"})
            for _, row in relations
        ]  # fmt: skip
        return {"actors": actors, "relations": relations, "sources": sources, "types": types}

    def files(self):
        """Return the files with everything in them, private rows marked."""
        return {
            family: text([*COLUMNS[family], *(["private"] if family != "types" else [])],
                         [cells | {"private": "yes" if marked else "no"} for marked, cells in rows])
            for family, rows in self.rows().items()
        }  # fmt: skip

    def left(self):
        """Return what is left of each family, hidden rows and redacted columns taken out."""
        rows = self.rows()
        everything = {family: [cells for _, cells in listed] for family, listed in rows.items()}
        open_ = {
            family: [cells for marked, cells in listed if not marked]
            for family, listed in rows.items()
        }
        known = {row["id"] for row in open_["actors"]}
        open_["relations"] = [
            row for row in open_["relations"] if {row["source"], row["target"]} <= known
        ]
        cut = {family: [self._cut(row) for row in listed] for family, listed in open_.items()}
        before, after = cited(everything), cited(cut)
        shown = {
            row["id"] for row in cut["sources"] if row["id"] in after or row["id"] not in before
        }
        cut["sources"] = [row for row in cut["sources"] if row["id"] in shown]
        for row in (*cut["actors"], *cut["relations"]):
            if "reference" in row:
                row["reference"] = "|".join(s for s in row["reference"].split("|") if s in shown)
        used = {row["type"] for row in cut["relations"]}
        cut["types"] = [row for row in cut["types"] if row["type"] in used]
        return cut

    def _cut(self, row):
        return {name: cell for name, cell in row.items() if name not in self.redact}

    def left_files(self):
        """Return the files as they would be if nothing withheld had ever been in them."""
        return {
            family: text([name for name in COLUMNS[family] if name not in self.redact], rows)
            for family, rows in self.left().items()
        }

    def words(self):
        """Return the words that may be told, and those that must not be."""
        told = words_of(self.left())
        every = {family: [cells for _, cells in rows] for family, rows in self.rows().items()}
        return told, words_of(every) - told


def cited(families):
    rows = [*families["actors"], *families["relations"]]
    return {source for row in rows for source in row.get("reference", "").split("|")}


def words_of(families):
    cells = (cell for rows in families.values() for row in rows for cell in row.values())
    return {word for cell in cells for word in cell.split("|") if word.endswith("q")}


def text(header, rows):
    file = io.StringIO()
    writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


cases = st.builds(
    Case, draws(5), draws(6), draws(4), st.lists(st.sampled_from(FREE), unique=True, max_size=3)
)
