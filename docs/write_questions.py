"""Which measure answers which question: the Belarus case is asked when the page is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from case_questions import QUESTIONS, Question
from worked_examples import format_score

import graph
from explorer.report.centrality import format_scores
from graph.analysis.centrality import Centrality
from graph.analysis.facts.catalogue import STRUCTURE_FACTS
from graph.analysis.structure_figure import read_value

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
STRUCTURE = ("edge_count", "components.weak", "isolates", "density", "transitivity", "core_number",
             "diameter", "mean_path_length")  # fmt: skip
STRUCTURE_QUESTION = """### How closely is all of it connected?

```sh
explore --example structure
explore --example structure --avoid borders,located_in
explore --example structure --avoid borders,located_in --signs not_negative
```

| figure | everything | without borders and locations | and without negative relations |
|---|--:|--:|--:|
{table}

*What it does not say.* Everybody is a few steps from everybody in nearly every network: that is no
sign of a conspiracy. What the second column loses was geography, what the third loses was enmity.
Density is a share of all pairs that the article might have joined, and it did not try.
"""
FIRM = """### How firm the first ranks are

Who is first in the first list of each question, with everything, at a date, and without what is
inferred or alleged. Where it changes, the first rank is not a finding.
"""
TAIL = """### What none of them answers

- **Who is powerful.** Position is not power: armies, money, law and will are not in the relations.
- **Who is to blame, and who will win.** Nothing here is cause or forecast.
- **Who belongs to which camp.** No measure knows camps: ask `explore camps`
  ([analysis.md](analysis.md)). `explore communities` finds actors with many relations among
  themselves, negative ones left out; neighbours and members of one alliance need not be on one
  side.
- **Whether the case is special.** One network has nothing to be compared with, and ranks of two
  cases do not compare where two authors chose what to tell.
"""


def write_questions() -> str:
    """Return the section."""
    return "\n".join(
        [HEAD, *map(write_question, QUESTIONS), write_structure(), write_firmness(), TAIL]
    )


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
        "first_count": str(sum(other == score for _, other in rows)),
        "shared": str(
            len({name for name, _ in rows[:TOP]} & {name for name, _ in by_degree[:TOP]})
        ),
        "relations": str(len(supplies)),
        "amounts": str(int((supplies["weight"] != 1).sum())),
        "allied_foes": str(count_allied_foes(first)),
    }
    for name, asked in question.looked_up.items():
        looked_up = dict(rank(asked)).get(first, 0)
        numbers[name] = format_score(100 * looked_up if name == "allied" else looked_up)
    return numbers


def count_allied_foes(name: str) -> int:
    """Return how many of an actor's foes are part or member of another one of them."""
    net = load()
    target, relations = net.resolve(name).id, net.relations
    signs = relations["type"].map(lambda each: net.types[each].sign)
    stands = relations["stance"] != "disputes"
    foes = set(relations[(signs == "-") & (relations["target"] == target) & stands]["source"])
    belonging = relations[relations["type"].isin(["part_of", "member_of"])]
    within = belonging[belonging["source"].isin(foes) & belonging["target"].isin(foes)]
    return int(within["source"].nunique())


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


def write_structure() -> str:
    """Return the question that is asked of the whole network."""
    whole, influence = load(), load().avoid("borders", "located_in")
    answers = [each.structure() for each in (whole, influence)]
    answers.append(influence.structure(signs="not_negative"))
    lines = []
    for name in STRUCTURE:
        values = [format_score(read_value(each, name) or 0) for each in answers]
        lines.append(f"| {STRUCTURE_FACTS[name].label} | {' | '.join(values)} |")
    return STRUCTURE_QUESTION.format(table="\n".join(lines))


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
