"""The report of an import: what was taken for what, as a text that a person can read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.data.counts import format_count
from graph.importing.draft import Note, count_rows
from graph.importing.finished import Finished
from graph.importing.options import ImportOptions
from graph.importing.relation_types import TypeLine
from graph.text.safe import visible

if TYPE_CHECKING:
    import pandas as pd

MOST_LISTED = 50
MOST_NAMED = 3  # of what is only counted otherwise
MOST_IN_REPORT = 1_000
WORDS_OF_SIGNS = {"+": "positive", "-": "negative", "0": "neutral"}
ESCAPED = re.compile(r"([\\`*_{}\[\]<>|#])")
HOW_TO_DECIDE = (
    'The sign says how a type counts. To decide otherwise: `--type "WORDS=TYPE"`, or '
    '`--type "WORDS=-"` for the sign alone.'
)
ONE_WORD = "A word for relations is matched by meaning, or is a type of your own"
COLUMNS = ("topic", "decision", "option", "guess")
TOPICS = {
    "files": "Files",
    "tables": "Tables",
    "columns": "Columns",
    "dates": "Dates",
    "numbers": "Numbers",
    "rows": "Rows",
    "actors": "Actors",
}


@dataclass(frozen=True, repr=False)
class ImportReport(Answer):
    """What an import decided, and what a careful person should look at.

    Parameters
    ----------
    files
        The files that were read.
    actors, relations
        How many there are.
    decisions
        What was decided, by topic.
    types
        What each word for relations means.
    made
        The actors who are made of the ends of relations.
    spellings
        By text, the actor it was taken for: spelling, case or order of words differ.
    numbers
        By id, the id it was taken for: zeros in front were lost.
    near
        Pairs of names that are nearly alike, and stay two actors.
    set_aside
        By reason, how many rows are not imported.
    mirrored
        How many rows said a mutual relation a second time.
    warnings
        What the check of the new folder says.
    """

    files: tuple[str, ...]
    actors: int
    relations: int
    decisions: tuple[Note, ...]
    types: tuple[TypeLine, ...]
    made: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str], ...]
    set_aside: tuple[tuple[str, int], ...]
    mirrored: int
    warnings: tuple[str, ...]

    @property
    def guesses(self) -> list[str]:
        """What a careful person should look at, as sentences."""
        found = [note.text for note in self.decisions if note.is_guess]
        unsure = [line for line in self.types if line.how in ("own", "by meaning")]
        if unsure:
            what = "words for relations are matched by meaning, or are types of your own"
            count = f"{len(unsure)} {what}" if len(unsure) > 1 else ONE_WORD
            found.append(f"{count}: {_name(f'{each.words!r} as {each.type}' for each in unsure)}")
        if self.near:
            pairs = "pair of names is" if len(self.near) == 1 else "pairs of names are"
            named = _name(f"{one!r} and {two!r}" for one, two in self.near)
            found.append(f"{len(self.near)} {pairs} nearly alike: {named}")
        if self.spellings:
            names = "name was" if len(self.spellings) == 1 else "names were"
            named = _name(f"{one!r} as {two!r}" for one, two in self.spellings)
            what = f"{names} taken for an actor of another spelling"
            found.append(f"{len(self.spellings)} {what}: {named}")
        if self.numbers:
            found.append("Were zeros lost in front of ids? See under Actors.")
        return found

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each decision: topic, decision, option, guess."""
        import pandas as pd

        return pd.DataFrame(self.list_rows(), columns=list(COLUMNS))

    @property
    def sentence(self) -> str:
        """What was read, and what was made of it."""
        files = ", ".join(self.files)
        actors, relations = (
            format_count(self.actors, "actor"),
            format_count(self.relations, "relation"),
        )
        return f"{files}: {actors}, {relations}."

    @property
    def notes(self) -> tuple[str, ...]:
        """What a careful person should look at."""
        return tuple(self.guesses)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as data for JSON."""
        return {**asdict(self), "guesses": self.guesses}

    def to_markdown(self) -> str:
        """Return the report as ``import.md`` has it."""
        return format_report(self)

    def list_rows(self) -> list[tuple[str, str, str, bool]]:
        """Return topic, decision, option and whether it is a guess, of each decision."""
        rows = [(each.topic, each.text, each.option, each.is_guess) for each in self.decisions]
        for line in self.types:
            text = f"{line.words or '(nothing)'} is {line.type} ({line.count:,} rows)"
            rows.append(("types", text, "--type", line.how in ("own", "by meaning")))
        rows += [("actors", f"{one} is {two}", "", False) for one, two in self.spellings]
        rows += [("actors", f"{one} is {two}", "", True) for one, two in self.numbers]
        rows += [("actors", f"{one} is nearly {two}", "--merge", True) for one, two in self.near]
        rows += [("rows", f"{n:,} set aside: {reason}", "", False) for reason, n in self.set_aside]
        return rows


def _name(texts: Iterable[str]) -> str:
    """Return the first of some texts, and that there are more."""
    first = list(islice(texts, MOST_NAMED + 1))
    return ", ".join(first[:MOST_NAMED]) + (" ..." if len(first) > MOST_NAMED else ".")


def build_report(files: Sequence[str], finished: Finished, options: ImportOptions) -> ImportReport:
    """Return the report of a finished import."""
    del options
    reasons = Counter(row.reason for row in finished.draft.set_aside)
    matches = finished.matches
    return ImportReport(
        tuple(files),
        count_rows(finished.tables["actors"]),
        count_rows(finished.tables["relations"]),
        tuple(dict.fromkeys(finished.draft.notes)),
        tuple(finished.types),
        tuple(matches.made),
        tuple(matches.spellings.items()),
        tuple(matches.numbers.items()),
        tuple(matches.near),
        tuple(reasons.most_common()),
        finished.mirrored,
        tuple(str(each) for each in finished.warnings if each.severity == "warning"),
    )


def format_report(report: ImportReport) -> str:
    """Return the report as Markdown, for ``import.md``."""
    files = ", ".join(map(_escape, report.files))
    contents = f"{_count(report.actors, 'actor')}, {_count(report.relations, 'relation')}"
    lines = [
        "# Import",
        "",
        f"Read: {files}. Made: {contents}.",
        "",
    ]
    lines += _list_guesses(report)
    lines += _list_types(report.types)
    for topic, title in TOPICS.items():
        notes = [note for note in report.decisions if note.topic == topic]
        people = _list_people(report) if topic == "actors" else []
        if topic == "rows":
            people = _list_rows(report)
        if notes or people:
            lines += [f"## {title}", "", *map(_format_note, notes[:MOST_LISTED])]
            lines += [*_more(len(notes) - MOST_LISTED), *people, ""]
    if report.warnings:
        lines += [
            "## What `explore check` says",
            "",
            *(f"- {_escape(text)}" for text in report.warnings[:MOST_LISTED]),
        ]
        lines += [*_more(len(report.warnings) - MOST_LISTED), ""]
    return "\n".join(lines)


def _list_guesses(report: ImportReport) -> list[str]:
    guesses = report.guesses
    if not guesses:
        return ["Nothing had to be guessed.", ""]
    head = "## Please look at these" if len(guesses) > 1 else "## Please look at this"
    return [head, "", *(f"{number}. {_escape(text)}" for number, text in enumerate(guesses, 1)), ""]


def _list_types(types: Sequence[TypeLine]) -> list[str]:
    if not types:
        return []
    lines = [
        "## Relation types",
        "",
        HOW_TO_DECIDE,
        "",
        "| in the file | rows | type | sign | how it was found |",
        "|---|---|---|---|---|",
    ]
    for line in types[:MOST_IN_REPORT]:
        name = f"{line.type}, read from the target" if line.is_reverse else line.type
        name += ", both ways" if line.mutual else ""
        words = _escape(line.words) or "(nothing)"
        how = {"own": "a type of your own: please confirm its sign"}.get(line.how, line.how)
        lines.append(
            f"| {words} | {line.count:,} | {_escape(name)} | {WORDS_OF_SIGNS[line.sign]} | {how} |"
        )
    return [*lines, ""]


def _list_rows(report: ImportReport) -> list[str]:
    lines = [f"- {count:,} set aside: {_escape(reason)}" for reason, count in report.set_aside]
    if lines:
        lines.append("- All rows that are set aside are in `set_aside.csv`, each with the reason.")
    if report.mirrored:
        verb = "row says" if report.mirrored == 1 else "rows say"
        lines.append(
            f"- {report.mirrored:,} {verb} a mutual relation once more, the other way round: "
            "left out."
        )
    return lines


def _list_people(report: ImportReport) -> list[str]:
    lines = []
    if report.made:
        lines.append(
            f"- {_count(len(report.made), 'actor')} named in relations alone: {_join(report.made)}."
        )
    if report.spellings:
        lines.append("- Taken for one actor, though case, accents or the order of words differ:")
        lines += _list_pairs(report.spellings, "is")
    if report.numbers:
        lines.append("- Taken for an id from which zeros were lost:")
        lines += _list_pairs(report.numbers, "is")
    if report.near:
        lines.append(
            '- Nearly alike, and still two actors. If they are one: `--merge "NAME=NAME"`:'
        )
        lines += _list_pairs(report.near, "and")
    return lines


def _list_pairs(pairs: Sequence[tuple[str, str]], word: str) -> list[str]:
    shown = [f"  - {_escape(one)} {word} {_escape(two)}" for one, two in pairs[:MOST_LISTED]]
    return [*shown, *_more(len(pairs) - MOST_LISTED)]


def _more(count: int) -> list[str]:
    return [f"- and {count:,} more"] if count > 0 else []


def _join(names: Iterable[str]) -> str:
    texts = list(names)
    shown = ", ".join(map(_escape, texts[:MOST_LISTED]))
    more = len(texts) - MOST_LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _format_note(note: Note) -> str:
    option = f" Otherwise: `{visible(note.option)}`." if note.option else ""
    return f"- {_escape(note.text)}{option}"


def _escape(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return ESCAPED.sub(r"\\\1", visible(text))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
