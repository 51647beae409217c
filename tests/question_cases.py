"""Questions that are typed on the page, each with what the library answers."""

from typing import Any

from tiny_network import of_rows

import graph
from explorer.page.document import build_network_document

MOST_GROUPS = 20  # of matches, and of paths, as core/ask.js lists
Case = dict[str, Any]


def make_question_case(net: graph.Network, asked: dict[str, str]) -> Case:
    """Return a question together with its answer: sentence, notes, and steps in groups."""
    if asked["avoid"]:
        net = net.avoid(asked["avoid"].split("|"))
    if asked["at"]:
        net = net.at(asked["at"])
    command, _, rest = asked["ask"].partition(" ")
    answer = ANSWERS.get(command)
    try:
        return asked | (answer(net, rest) if answer else answer_pattern(net, asked["ask"]))
    except graph.PatternError as error:
        return asked | {"error": True, "part": asked["ask"][error.start : error.end]}
    except graph.GraphError:
        return asked | {"error": True, "part": ""}


def answer_path(net: graph.Network, rest: str) -> Case:
    names = rest.split(", ")
    if len(names) != 2:
        return {"error": True, "part": ""}
    answer = net.path(*names, limit=MOST_GROUPS)
    groups = [
        (f"Path {number} of {answer.path_count}", path.steps)
        for number, path in enumerate(answer.paths, 1)
    ]
    return describe(answer.sentence, answer.path_notes, groups)


def answer_between(net: graph.Network, rest: str) -> Case:
    answer = net.connection(*rest.split(", "))
    groups = [("", answer.steps)] if answer.steps else []
    return describe(answer.sentence, answer.network_notes, groups)


def answer_cut(net: graph.Network, rest: str) -> Case:
    names = rest.removeprefix("--relations ").split(", ")
    answer = net.cut(*names, by="relations" if "--relations" in rest else "actors")
    groups = [("", [answer.direct])] if answer.direct else []
    groups += [
        (f"Path {number} of {answer.count}", path.steps)
        for number, path in enumerate(answer.paths[:MOST_GROUPS], 1)
    ]
    return describe(answer.sentence, answer.cut_notes, groups)


def answer_ego(net: graph.Network, rest: str) -> Case:
    name, _, depth = rest.partition(" --depth ")
    answer = net.ego(name, int(depth or 1))
    words = {1: "One step away", 2: "Two steps away", 3: "Three steps away"}
    words |= {4: "Four steps away", 5: "Five steps away", 6: "Six steps away"}
    levels = {each.distance: [] for each in answer.members}
    for each in answer.members:
        levels[each.distance].append(each.step)
    groups = [(words[distance], steps) for distance, steps in levels.items()]
    return describe(answer.sentence, answer.size_notes, groups)


def answer_pattern(net: graph.Network, text: str) -> Case:
    answer = net.find(text, limit=MOST_GROUPS)
    notes = [note for note in answer.search_notes if not note.startswith("Without the filters")]
    groups = [
        (f"{number}. {match.named or 'All actors are named'}", match.steps)
        for number, match in enumerate(answer.matches, 1)
    ]
    return describe(answer.sentence, notes, groups)


NAMESAKES = (
    "P funds A", '"P" funds A', "P funds ?; P ally A", "aa funds P", '"x" ally "P"',
    "Nobody funds A", 'A "odd type" B', 'A “odd; "type"” B', "A ally B",
    "A ally B; A funds C; B funds C", "A owns B", "? is owned by P", "A own B", "A ownz B",
    "? married to Tim", "A leads|funds B",
)  # fmt: skip

SLIPS = (
    "? funds A, A ally Tim", "? funds A & A ally Tim", "? funds A and A is funded by Tim",
    "? funds A | A ally Tim", "? funds A. A ally Tim", "A funds B, Tim", "[person] funds A",
    "? funds ?person", "? person funds A", "B(person) funds A", "B{person} funds A",
    "B:person funds A", "a[person] funds B", "A[person, person] funds B",
    "A[person;person] funds B", "A[robot, person] funds B", "A [funds] B", "A [fundz] B",
    "A funds,ally B", "A funds / ally Tim", "A funds or ally Tim", "A funds and is funded by Tim",
    "A funds or Tim", "A -funds-> B", "(A)-[funds]->(B)", "MATCH (a) RETURN a", "A -> B",
    "A funds B 2022", "A funds Tim at 2022-08", "A funds Tom 2022", "A funds Tim since 2022..2023",
    "somebody funds Tim", "WHO funds Tim", "whom funds Tim",
)  # fmt: skip


def make_pattern_cases() -> Case:
    """Return a network with an actor named like a letter, and what patterns answer on it."""
    people = [{"id": name, "name": name, "kind": "person"} for name in ("P", "Tim", "Ann", "Bo")]
    ends = ["P funds Tim", "Ann funds P", "Ann ally Bo", "Bo funds P", "Ann borders Bo"]
    rows = [dict(zip(("source", "type", "target"), line.split(), strict=True)) for line in ends]
    rows[-1]["type"] = 'odd; "type"'
    net = of_rows(people, rows)
    return {
        "network": build_network_document(net),
        "cases": [make_pattern_case(net, text) for text in (*NAMESAKES, *SLIPS)],
    }


def make_pattern_case(net: graph.Network, text: str) -> Case:
    try:
        return {"ask": text, **answer_pattern(net, text)}
    except graph.PatternError as error:
        part = text.replace("\n", ";")[error.start : error.end]
        return {"ask": text, "message": error.what, "part": part}
    except graph.GraphError as error:
        return {"ask": text, "message": str(error)}


def describe(sentence: str, notes: Any, groups: Any) -> Case:
    return {
        "sentence": sentence,
        "notes": list(notes),
        "groups": [
            [
                heading,
                [
                    [step.sentence, step.source.id, step.target.id]
                    + [relation.id for relation in step.relations]
                    for step in steps
                ],
            ]
            for heading, steps in groups
        ],
    }


def answer_cite(net: graph.Network, rest: str) -> Case:
    answer = net.cited_path(rest)
    groups = [("", answer.path.steps)] if answer.path else []
    return describe(answer.sentence, answer.notes, groups)


ANSWERS = {
    "between": answer_between,
    "cite": answer_cite,
    "cut": answer_cut,
    "ego": answer_ego,
    "path": answer_path,
}
