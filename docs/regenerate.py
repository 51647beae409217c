"""Write the pages that are generated from the code; a test fails when a page is stale.

Run it in the project's environment: ``python docs/regenerate.py``.
"""

from __future__ import annotations

import csv
import dataclasses
import inspect
import json
import re
import sys
from collections import Counter
from pathlib import Path

import click

import graph
from explorer.cli import explore
from graph.analysis.balance.answer import Balance
from graph.analysis.balance.signed_edge import SignedEdge
from graph.analysis.balance.tension import Tension
from graph.analysis.balance.unbalanced_triangle import UnbalancedTriangle
from graph.analysis.brokers.answer import Broker, Brokers, PlayerSet
from graph.analysis.camps.answer import Camps
from graph.analysis.camps.camp import Camp, Defection
from graph.analysis.centrality import Centrality
from graph.analysis.communities import Communities
from graph.analysis.community import Community
from graph.analysis.connection.answer import Connection
from graph.analysis.cut.answer import Cut, CutSet
from graph.analysis.doubt.camp_doubt import CampDoubt, SideRange
from graph.analysis.doubt.omissions import Omission
from graph.analysis.doubt.rank_doubt import RankDoubt, RankRange
from graph.analysis.ego_network import EgoMember, EgoNetwork
from graph.analysis.evidence import Evidence, SourceEvidence
from graph.analysis.paths.answer import Paths
from graph.analysis.paths.no_path import NoPath
from graph.analysis.paths.steps import Path as ActorPath
from graph.analysis.paths.steps import Step
from graph.analysis.paths.support import Support
from graph.analysis.pattern.answer import PatternMatch, PatternMatches
from graph.analysis.pattern.terms import Clause, Pattern, Slot, Verb
from graph.analysis.profile import Profile, ProfileRelation
from graph.analysis.structure import Components, Structure
from graph.analysis.timeline.answer import NetworkPeriod, Timeline
from graph.analysis.two_mode import OneMode, TwoMode
from graph.analysis.withdrawal import CitingRelation, Withdrawal
from graph.comparison.comparison import Comparison
from graph.comparison.consequence import Consequence
from graph.comparison.row_changes import (
    ActorChange,
    FieldChange,
    RelationChange,
    UnpairedRelation,
)
from graph.comparison.supposition import Supposition
from graph.comparison.what_if import WhatIf
from graph.errors import ActorAmbiguous, ActorNotFound

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER))  # the other scripts of this folder

from draw_answer import draw_answer  # noqa: E402
from write_api import write_api  # noqa: E402
from write_architecture import write_architecture  # noqa: E402
from write_measures import write_measures  # noqa: E402
from write_paths import write_paths  # noqa: E402
from write_types import build_types  # noqa: E402

LABELLED = FOLDER.parent / "tests" / "cases" / "labelled_names.csv"
WIDTH = 80
COMPARED = (UnpairedRelation, RelationChange, ActorChange, FieldChange)
RECORDS = (graph.Actor, graph.Relation, graph.Source, graph.RelationType, graph.Problem)

ANSWERS_HEAD = """# Answers

Every question to a Network returns a small frozen answer, and all answers follow one protocol
(`graph.analysis.answer.Answer`):

| part | what it is |
|---|---|
| `frame` | the answer as a pandas table |
| `sentence` | the answer in a sentence |
| `notes` | sentences beside it: what is sampled, left out or cut short |
| `to_dict()` | the answer as data; `--format json` prints it, with a `version` |
| `str(...)` | sentence and notes |

A notebook shows an answer as HTML once `explorer` is imported, and as text with `graph` alone. A
field has the same name in Python and in JSON, and one name means the same in all answers. This file
is written from the code by `docs/regenerate.py`.
"""

COMMANDS_HEAD = """# Commands

What `--help` says, for every command. This file is written from the code by `docs/regenerate.py`.
"""

NAMES_HEAD = """# Names

How a typed name is understood, and how often that succeeds. This file is written from the
code and from `tests/cases/labelled_names.csv` by `docs/regenerate.py`.

## How a name is understood

A name is compared in these steps. The first step at which any actor matches decides:

1. the exact id;
2. the exact name or alias;
3. the same name if case, diacritics, script, punctuation, spacing and the order of words are
   ignored: `lukasenka`, `ЛУКАШЭНКА` and `Łukaszenka` are one actor;
4. whole words of one name, where they tell its actor from others that the data does not know: a
   person's surname (`Lukashenko` of *Alexander Lukashenko*), or a number together with what it
   counts (`1st Guards` of *1st Guards Tank Army*). Any other part of a name is offered and not
   taken: `Austria` is not *Habsburg Austria*, `Baltic` is not the *Baltic Fleet*.

The surname is the last word, without suffixes and initials after it: `King` of *Martin Luther King
Jr.* It stands first where a name is written so: `Orbán` of *Orbán Viktor*, `Xi` of *Xi Jinping*,
`Grant` of *Grant, Ulysses S.*, `Bush` of *BUSH George*. Where it may be either (*Wang Yang*, *Elton
John*), none is taken. Nor are ordinals, Roman numerals, titles, epithets, part of a name with a
hyphen, and numbers and dates without what they count: `III`, `Pope`, `Luc`, `3/4`, `August 2020`.

An actor without a kind has a surname where its name is a person's by itself: two to four
capitalised words with a known given name, an initial or a title where such stand, and no word of
firms or places. `Schäfer` is *Anna Schäfer*, but `Stream` is not *Nord Stream*.

Where several actors match, all are listed and none is chosen. Where none does, up to three of the
nearest are offered: names that are at least three quarters alike, names that contain all words of
the query, and names whose words the query contains. What is only near is never taken.

- **Numbers are never fuzzy.** The 11th is not the 1st, `11 2` is not `112`, `5²` is not `52`; a
  word with a digit in it is near nothing but itself.
- **Scripts are compared, sounds are not.** Within one script, letters that only sound alike differ:
  `王薇` is not `王伟`.
- **Filters never change who is meant.** If the actor is left out by a filter, the message says so.
- A query of more than 200 characters must be an exact id or name.

"""

HOW_MEASURED = """## How often that goes right

{total} queries against the Belarus case, {scripts} scripts and {languages} languages: as natives
spell, in the spellings of other languages, abbreviated, misspelt, with case endings, with titles
and initials, incomplete, and names of somebody else. Who is meant was written down before the
measurement.

- *right*: the actor that is meant, and nobody else; if several are meant, all of them are listed;
  if the one that is meant is not in the data, nobody;
- *right by suggestion*: the actor that is meant is among those offered or listed;
- *refused*: the actor that is meant is not offered;
- *wrong*: another actor is taken, or any actor although nobody or several are meant.

**{wrong} wrong, {good} of {total} right ({share}), {suggested} of them by suggestion.**
Of the {meant} queries that mean somebody, {found} lead there or offer it ({found_share}).

The first measurement had 9 wrong answers and 81.0 % right. All nine came from parts of names
(`Austria`, `Security Council`), which led to the fourth rule as it is above: 0 wrong, 87.3 % right
on the same data. The rest comes from aliases in more languages, which were added to `actors.csv`
later. They cover queries of this very set, so expect about 87 % of new data.
"""


def main() -> None:
    for name, text in build_pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def build_pages() -> dict[str, str]:
    architecture = (FOLDER / "architecture.md").read_text(encoding="utf-8")
    return {
        "answers.md": build_answers(),
        "paths.md": write_paths(),
        "api.md": write_api(),
        "architecture.md": write_architecture(architecture),
        "commands.md": build_commands(),
        "measures.md": write_measures(),
        "names.md": build_names(),
        "types.md": build_types(),
        "scenes/answer.svg": draw_answer(),
    }


def build_answers() -> str:
    net = graph.load_example()
    parts = [ANSWERS_HEAD]
    examples = [
        (
            Paths,
            (ActorPath, Support, Step, NoPath),
            'net.path("Minsk", "Belarus")',
            net.path("Minsk", "Belarus"),
        ),
        (
            Connection,
            (),
            'net.connection("Minsk", "Belarus")',
            net.connection("Minsk", "Belarus"),
        ),
        (Cut, (CutSet,), 'net.cut("Putin", "Kyiv")', net.cut("Putin", "Kyiv")),
        (EgoNetwork, (EgoMember,), 'net.ego("Iran")', net.ego("Iran")),
        (
            PatternMatches,
            (PatternMatch, Pattern, Clause, Verb, Slot),
            'net.find("? leads A; A attacks Ukraine")',
            net.find("? leads A; A attacks Ukraine"),
        ),
        (Centrality, (), 'net.centrality("degree").top(2)', net.centrality("degree").top(2)),
        (
            RankDoubt,
            (RankRange, Omission),
            'net.centrality_doubt("degree", draws=20).top(2)',
            net.centrality_doubt("degree", draws=20).top(2),
        ),
        (
            Communities,
            (Community,),
            'net.kind("alliance").communities()',
            net.kind("alliance").communities(),
        ),
        (
            Structure,
            (Components, TwoMode, OneMode),
            'net.kind("alliance").structure()',
            net.kind("alliance").structure(),
        ),
        (
            Brokers,
            (Broker, PlayerSet),
            'net.only("supports").brokers()',
            net.only("supports").brokers(),
        ),
        (
            Camps,
            (Camp, Defection),
            'net.only("supports").camps()',
            net.only("supports").camps(),
        ),
        (
            CampDoubt,
            (SideRange,),
            'net.only("supports").camps_doubt(draws=5)',
            net.only("supports").camps_doubt(draws=5),
        ),
        (
            Timeline,
            (NetworkPeriod,),
            'net.only("founded").timeline("degree")',
            net.only("founded").timeline("degree"),
        ),
        (
            Balance,
            (Tension, UnbalancedTriangle, SignedEdge),
            'net.only("supports").balance()',
            net.only("supports").balance(),
        ),
        (
            WhatIf,
            (Supposition, Consequence),
            'graph.what_if(net.only("supports"), without="Belarus")',
            graph.what_if(net.only("supports"), without="Belarus"),
        ),
        (Profile, (ProfileRelation,), 'net.show("Putin")', net.show("Putin")),
        (Evidence, (SourceEvidence,), "net.evidence().sources[-1]", net.evidence().sources[-1]),
        (Withdrawal, (CitingRelation,), 'net.withdrawal("pike2022")', net.withdrawal("pike2022")),
    ]
    for answer, pieces, question, example in examples:
        parts += [describe_class(answer, 2), *(describe_class(piece, 3) for piece in pieces)]
        data = json.dumps(example.to_dict(), ensure_ascii=False, indent=2)
        parts.append(f"`{question}.to_dict()`:\n\n```json\n{data}\n```\n")
    parts += [describe_class(Comparison, 2), *(describe_class(piece, 3) for piece in COMPARED)]
    parts.append("## What answers are made of\n")
    parts += [describe_class(record, 3) for record in RECORDS]
    return "\n".join(parts)


def describe_class(kind: type, level: int) -> str:
    """Describe a class: a heading, the docstring's first paragraph, and a row for each field."""
    doc = inspect.getdoc(kind) or ""
    meanings = parse_parameters(doc)
    rows = [
        f"| `{field.name}` | `{escape_pipes(str(field.type))}` | {meanings.get(field.name, '')} |"
        for field in dataclasses.fields(kind)
    ]
    table = "\n".join(["| field | type | meaning |", "|---|---|---|", *rows])
    return f"{'#' * level} {kind.__name__}\n\n{doc.split(chr(10) * 2)[0]}\n\n{table}\n"


def escape_pipes(text: str) -> str:
    return text.replace("|", "\\|")


def parse_parameters(doc: str) -> dict[str, str]:
    """Parse the numpy-style parameters of a docstring, each meaning on a line."""
    section = re.search(r"Parameters\n-+\n(.*?)(?:\n\n\w+\n-+|\Z)", doc, re.DOTALL)
    meanings: dict[str, str] = {}
    names: list[str] = []
    for line in section[1].splitlines() if section else ():
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.split(",")]
        for name in names if line.startswith(" ") else ():
            meanings[name] = f"{meanings.get(name, '')} {line.strip()}".strip()
    return meanings


def build_commands() -> str:
    root = click.Context(
        explore, info_name="explore", terminal_width=WIDTH, max_content_width=WIDTH
    )
    parts = [COMMANDS_HEAD, format_help(explore, root)]
    for name in explore.list_commands(root):
        command = explore.get_command(root, name)
        inner = click.Context(
            command, parent=root, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH
        )
        parts.append(format_help(command, inner))
    return "\n".join(parts)


def format_help(command: click.Command, context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


def build_names() -> str:
    net = graph.load_example()
    with LABELLED.open(encoding="utf-8", newline="") as file:
        measured = [measure_query(net, row) for row in csv.DictReader(file)]
    return NAMES_HEAD + "\n".join(
        [
            summarise(measured),
            count_outcomes("script", measured),
            count_outcomes("class", measured),
            list_queries("Right by suggestion", "suggested", measured),
            list_queries("Refused", "refused", measured),
        ]
    )


def measure_query(net: graph.Network, row: dict[str, str]) -> dict[str, str]:
    """Measure a labelled query: the parts of its note, the outcome, and the offered actors."""
    script, language, kind, *why = row["note"].split("; ")
    meant = set(filter(None, row["meant"].split("|")))
    resolved, offered = resolve_query(net, row["query"])
    if resolved or not meant:
        outcome = "right" if resolved in (meant or {""}) and len(meant) <= 1 else "wrong"
    elif len(meant) > 1 and meant <= set(offered):
        outcome = "right"
    else:
        outcome = "suggested" if meant.intersection(offered) else "refused"
    labels = {"script": script, "language": language, "class": kind, "why": "".join(why)}
    return row | labels | {"outcome": outcome, "offered": ", ".join(offered[:3])}


def resolve_query(net: graph.Network, query: str) -> tuple[str, list[str]]:
    """Resolve a query: return the id of its actor, which may be empty, and the ids offered."""
    try:
        return net.resolve(query).id, []
    except ActorAmbiguous as error:
        return "", [actor.id for actor in error.candidates]
    except ActorNotFound as error:
        return "", [actor.id for actor in error.suggestions]


def summarise(measured: list[dict[str, str]]) -> str:
    outcomes = Counter(row["outcome"] for row in measured)
    good = outcomes["right"] + outcomes["suggested"]
    meant = [row for row in measured if row["meant"]]
    offered_count = sum(row["outcome"] in {"right", "suggested"} for row in meant)
    return HOW_MEASURED.format(
        total=len(measured),
        scripts=len({row["script"] for row in measured} - {"None", "Mixed"}),
        languages=len({row["language"] for row in measured} - {"none"}),
        wrong=outcomes["wrong"],
        suggested=outcomes["suggested"],
        good=good,
        share=f"{good / len(measured):.1%}",
        meant=len(meant),
        found=offered_count,
        found_share=f"{offered_count / len(meant):.1%}",
    )


def count_outcomes(column: str, measured: list[dict[str, str]]) -> str:
    """Count the outcomes of the queries by script or by class, as a table."""
    counts = Counter((row[column], row["outcome"]) for row in measured)
    sizes = Counter(row[column] for row in measured)
    lines = [f"| {column} | queries | right | right by suggestion | refused | wrong |"]
    lines.append("|---|--:|--:|--:|--:|--:|")
    for name, size in sizes.most_common():
        cells = [counts[name, outcome] for outcome in ("right", "suggested", "refused", "wrong")]
        lines.append(f"| {name} | {size} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def list_queries(heading: str, outcome: str, measured: list[dict[str, str]]) -> str:
    lines = [
        f"### {heading}",
        "",
        "| query | meant | offered | language | why |",
        "|---|---|---|---|---|",
    ]
    for row in measured:
        if row["outcome"] == outcome:
            meant = row["meant"].replace("|", ", ")
            why = f"{row['class']}: {row['why']}" if row["why"] else row["class"]
            cells = f"`{row['query']}` | {meant} | {row['offered']} | {row['language']} | {why}"
            lines.append(f"| {cells} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
