"""Which measure answers which question: the Belarus case is asked when the page is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from worked_examples import format_score

import graph
from explorer.report.centrality import format_scores
from graph.analysis.centrality import Centrality

TOP = 5
FILTERS = ("at", "avoid", "avoid_kind", "basis", "only")
VARIANTS = {"at 2022-08": "--at 2022-08", "stated relations only": "--basis stated"}

HEAD = """## Which measure for which question

A measure answers one question, and only as far as the relations that it counts bear on it. Six
rules that keep a ranking honest:

1. **Ask first, then choose the relations.** A border is no deal and an attack no support: name the
   signs (`--signs`) or the types (`--only`, `--avoid`) that the question is about.
2. **Say who points to whom.** To be attacked and to attack, to command and to be commanded are
   different questions: in-degree or out-degree, inward or outward.
3. **Fix the time.** Without `--at`, what held in different centuries counts together.
4. **Ask who was looked at.** Whoever is described in detail comes first. An actor without relations
   may be unimportant, or secret, or of no interest to the author.
5. **Read ranks, not decimals, and the distance to the next.** A lead of one relation is one row.
6. **Change something and ask again**: another date, without what is inferred, without one source.
   What does not survive this is no finding.

The questions below are asked of the Belarus case. *It rests on one article*: the answers say what
this article tells, not what holds in the world.
"""
FIRM = """### How firm the first ranks are

Who is first in the first list of each question, with everything, at a date, and without what is
inferred or alleged. Where it changes, the first rank is not a finding.
"""
TAIL = """### What none of them answers

- **Who is powerful.** Position is not power: armies, money, law and will are not in the relations.
- **Who is to blame, and who will win.** Nothing here is cause or forecast.
- **Who belongs to which camp.** No measure knows camps. `explore communities` finds actors with
  many relations among themselves, negative ones left out; neighbours and members of one alliance
  need not be on one side.
- **Whether the case is special.** One network has nothing to be compared with, and ranks of two
  cases do not compare where two authors chose what to tell.
"""


@dataclass(frozen=True)
class Question:
    """A question, how it is asked, and what the answer does not say.

    Parameters
    ----------
    words
        The question.
    asked
        Options of ``explore centrality``, for one list or several.
    says
        What the lists say; may hold `first`, `score`, `lead`, `last`, `last_score` and what is
        looked up.
    limits
        What they do not say; likewise.
    looked_up
        By name the options that give another score of the first actor.
    """

    words: str
    asked: tuple[str, ...]
    says: str
    limits: str
    looked_up: Mapping[str, str] = field(default_factory=dict)


QUESTIONS = (
    Question(
        "Who stands between the camps?",
        ("--by betweenness --avoid borders,located_in", "--by betweenness --signs positive"),
        "Without borders and locations, {percent} % of the shortest paths between two others lead "
        "through {first}. By positive relations alone, {allied} % do.",
        "No measure knows camps: the lists tell who stands between *others*. Nor do they say that "
        "anybody mediates, as a path may lead across a feud: of the {neighbours} neighbours of "
        "{first}, {foes} have a negative relation with it. Whoever mediates should have positive "
        "relations with both sides, as in the second list; where nearly all scores in it are close "
        "to 0, no mediator is told of.",
        {
            "neighbours": "--by degree --avoid borders,located_in",
            "foes": "--by degree --signs negative --avoid borders,located_in",
            "allied": "--by betweenness --signs positive",
        },
    ),
    Question(
        "Who is attacked or opposed by the most?",
        ("--by in_degree --signs negative", "--by in_degree --only attacks --at 2022-08"),
        "{score} actors oppose, attack, sanction or criticise {first}, {lead} more than whoever is "
        "next. By the type *attacks* alone, at any time, {attacked} do.",
        "It counts opponents and not blows: a speech and a bombardment count the same, and a state "
        "and its army are two opponents. An event or a movement can be opposed as a person can.",
        {"attacked": "--by in_degree --only attacks"},
    ),
    Question(
        "Who opposes the most?",
        ("--by out_degree --signs negative",),
        "{first} opposes {score} others, {lead} more than whoever is next.",
        "It says nothing about who began. Whoever has many foes named one by one comes before "
        "whoever fights one large one.",
    ),
    Question(
        "Who commands most?",
        (
            "--by out_degree --only commands,leads",
            "--by harmonic --directed --outward --only commands,leads",
        ),
        "{first} commands or leads {score} others directly. The second list adds those whom these "
        "command in turn, at 1 / 2, and so on: {reach}.",
        "It is command on paper: who obeys is not in the data. What is *part of* something points "
        "the other way, so that units below a general staff are not counted as commanded by it. A "
        "chain that the article does not describe is missing.",
        {"reach": "--by harmonic --directed --outward --only commands,leads"},
    ),
    Question(
        "Who receives support?",
        ("--by in_degree --signs positive", "--by pagerank --directed --signs positive"),
        "{score} actors support, fund, supply or praise {first}, {lead} more than whoever is next. "
        "The second list asks by whom: support by the supported counts for more.",
        "A supplier counts as a supporter, whatever it thinks of its customer. Support that nobody "
        "names is missing: a silent majority has no row.",
    ),
    Question(
        "Who has friends, and who has foes?",
        ("--by pn --directed --avoid-kind asset,place",),
        "{first} is first with {score}, {last} last with {last_score}; 1 is an actor without "
        "positive and negative relations.",
        "The differences are small, as there are many actors: read the order. Of an actor close to "
        "1 it does not say whether it has neither or both. A foe counts twice as much as a friend, "
        "by definition and not by experience.",
    ),
    Question(
        "Who gave most, and who got most?",
        (
            "--by weighted_out_degree --only funds,supplies",
            "--by weighted_in_degree --only funds,supplies",
        ),
        "{first} is first with {score}. But {amounts} of these {relations} relations have an "
        "amount (the column `weight`), and one without counts as 1.",
        "Without amounts the lists count who supplies whom, and not how much: this case cannot "
        "answer the question. With amounts of one unit the same commands would.",
    ),
    Question(
        "Who is near to everybody?",
        ("--by harmonic --avoid borders,located_in",),
        "{first} is first with {score}, of at most {most}.",
        "Near in steps: a step may be a quarrel, and news or pressure need not travel along it. "
        "It says little that degree does not: {shared} of these {top} are first by degree, too.",
    ),
    Question(
        "Who is described most?",
        ("--by degree",),
        "{first} has relations with {score} others, borders and locations included.",
        "That is attention, and says more about the article than about the world. It is a good "
        "first look at what a text is about, and no measure of power.",
    ),
)


def write_questions() -> str:
    """Return the section."""
    return "\n".join([HEAD, *map(write_question, QUESTIONS), write_firmness(), TAIL])


def write_question(question: Question) -> str:
    """Return a question with its answers: what they say, and what they do not."""
    numbers = look_up(question)
    commands = [f"explore --example centrality {asked} --top {TOP}" for asked in question.asked]
    parts = [f"### {question.words}", "", "```sh", *commands, "```", ""]
    for asked in question.asked:
        parts += [*format_table(asked), ""]
    parts += [question.says.format(**numbers), ""]
    parts += [f"*What it does not say.* {question.limits.format(**numbers)}", ""]
    return "\n".join(parts)


def look_up(question: Question) -> dict[str, str]:
    """Return the numbers that a question's texts hold."""
    rows = rank(question.asked[0])
    (first, score), (_, second), (last, lowest) = rows[0], rows[1], rows[-1]
    filters = re.sub(r"--(by \w+|directed|outward)", "", question.asked[0])
    by_degree = rank(f"--by degree {filters}")
    supplies = load().only("funds", "supplies").relations
    numbers = {
        "first": first,
        "score": format_score(score),
        "percent": f"{100 * score:.0f}",
        "lead": format_score(score - second),
        "last": last,
        "last_score": format_score(lowest),
        "most": str(len(rows) - 1),
        "top": str(TOP),
        "shared": str(
            len({name for name, _ in rows[:TOP]} & {name for name, _ in by_degree[:TOP]})
        ),
        "relations": str(len(supplies)),
        "amounts": str(int((supplies["weight"] != 1).sum())),
    }
    for name, asked in question.looked_up.items():
        looked_up = dict(rank(asked)).get(first, 0)
        numbers[name] = format_score(100 * looked_up if name == "allied" else looked_up)
    return numbers


@cache
def ask(asked: str) -> Centrality:
    """Return the answer to options of ``explore centrality``; a test compares the command."""
    net, measure, options = load(), "", dict[str, Any]()
    for dashed, value in re.findall(r"--([\w-]+)(?: (?!--)(\S+))?", asked):
        name = dashed.replace("-", "_")
        if name == "by":
            measure = value
        elif name in FILTERS:
            net = getattr(net, name)(*value.split(","))
        else:
            options[name] = value or True
    return net.centrality(measure, **options)


load = cache(graph.load_example)


def rank(asked: str) -> list[tuple[str, float]]:
    """Return the names and scores of all actors, the highest first."""
    answer = ask(asked)
    names = (actor.name for actor in answer.actors)
    return list(zip(names, answer.scores[answer.measures[0]], strict=True))


def format_table(asked: str) -> Iterable[str]:
    """Yield the first actors as lines of a table, and how many others score as the last of them."""
    rows = rank(asked)
    names, scores = zip(*rows[:TOP], strict=True)
    yield f"| | by `{ask(asked).measures[0]}` | score |"
    yield "|--:|---|--:|"
    for name, score, text in zip(names, scores, format_scores(scores), strict=True):
        place = 1 + sum(other > score for _, other in rows)
        yield f"| {place} | {name} | {text} |"
    equals = sum(score == scores[-1] for _, score in rows[TOP:])
    if equals:
        yield f"| | {equals} more with the same score | |"


def write_firmness() -> str:
    """Return a table of who is first in each question's first list, and in variants of it."""
    lines = [
        f"| question | everything | {' | '.join(VARIANTS)} |",
        f"|---|{'---|' * (1 + len(VARIANTS))}",
    ]
    for question in QUESTIONS:
        cells = [
            name_first(rank(f"{question.asked[0]} {more}")) for more in ("", *VARIANTS.values())
        ]
        lines.append(f"| {question.words} | {' | '.join(cells)} |")
    return "\n".join([FIRM, *lines, ""])


def name_first(rows: list[tuple[str, float]]) -> str:
    """Return who is first, with the score; of several, how many."""
    highest = rows[0][1]
    names = [name for name, score in rows if score == highest]
    if len(names) > 2:  # noqa: PLR2004 - more names than fit a cell
        return f"{len(names)} actors ({format_score(highest)})"
    return f"{' and '.join(names)} ({format_score(highest)})"
