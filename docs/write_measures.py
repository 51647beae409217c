"""Write docs/measures.md: what each measure means, with examples that are computed here."""

from __future__ import annotations

from collections.abc import Iterable

from worked_examples import (
    KINDS,
    RELATIONS,
    format_score,
    list_scores,
    work_out,
    work_out_figure,
)
from write_questions import write_questions

from explorer.report.measure_facts import list_facts
from graph.analysis.facts.catalogue import MEASURE_FACTS, STRUCTURE_FACTS
from graph.analysis.facts.measure_facts import DIRECTIONS, LOOPS, PARTS, MeasureFacts

HEAD = """# Measures

`explore centrality --by MEASURE` and `net.centrality("MEASURE")` rank actors by a measure, and
`explore structure` and `net.structure()` describe the whole network. All are taken on a
*projection* of the relations: parallel relations between two actors are one edge, whose weight is
the sum of theirs; disputed relations, and relations of an actor to itself, are left out. A mutual
relation (an alliance, a border) that is listed both ways counts once: the direction with the larger
sum of weights. Every answer names the projection of each measure.

What is said here is said by `explore centrality --explain MEASURE` and `explore structure --explain
FIGURE`, too, stands as `facts` in JSON and in Python, and folds out below the answer in a notebook
and below *Ranks* in the page. Tests try it on tiny networks. This file is written from the code by
`docs/regenerate.py`, which computes every number in it.

```python
import graph

answer = graph.load_example().centrality("in_degree", signs="negative")
print(answer.top(3))
print(answer.facts["in_degree"].misleads)
```
"""
OPTIONS = """## What the options change

- **Signs** (`--signs`, `signs=`): `all`, `positive`, `negative`, `not_negative` and `not_neutral`
  choose which relations count, for every measure but `pn`. Eigenvector and PageRank leave negative
  ones out unless asked, or five foes would make a villain first. Each answer says how many
  relations are left out.
- **Directed** (`--directed`, `directed=True`): betweenness counts paths along the arrows. Closeness
  and harmonic count the steps that lead *to* an actor (inward). Eigenvector, PageRank and PN rise
  with the arrows that point to an actor. The other measures do not change.
- **Outward** (`--directed --outward`, `directed=True, outward=True`): closeness and harmonic count
  the steps that lead *from* an actor, and PN takes the arrows that point from it: who can reach
  others quickly, rather than who is reached.
- **Weighted** (`--weighted`, `weighted=True`): a strong edge is a short one, of length 1 / weight,
  for betweenness, closeness and harmonic. It counts for more in eigenvector and PageRank. Which
  paths are equally short is exact: 1/3 + 1/6 is 1/2. Only where that would take many minutes are
  lengths rounded, and the answer says so. The other measures do not change. Where all edges weigh
  the same, no rank changes.
- **Sampled** (`--sampled`, `exact=False`): betweenness, closeness and harmonic are estimated from a
  sample. The answer says how far off a score may be, with a confidence of 90 % for all scores
  together. Weighted paths, and closeness along arrows, are not sampled, as no useful bound on their
  error can be proved. Where they would take many minutes they are refused, unless `--exact` is
  given.

## Networks in parts, and along arrows

*Eigenvector* solves an equation: a factor, the eigenvalue, times the score of an actor is the sum
of the scores of those who point to it. Of several factors the largest counts. It belongs to the
densest part, often not to the largest; all other parts have 0. Parts with the same factor share:
those that are alike score alike, in whatever order the rows stand. Along arrows the actors whom
that part leads to have scores, too. Where nobody is led back to (a chain of command) there is no
such factor, and the answer says that the measure is not defined and what to take instead. Among
many thousand actors on very long paths the search for that factor ends without a result, and the
answer says so, too. *PageRank*, *harmonic* and *PN* are defined on every network.

*PN* solves `x = 1 + (P - 2 N) x / (2 n - 2)`, where `P` has the positive edges among `n` actors and
`N` the negative ones. Two actors may have both kinds of edges. Along arrows it solves two such
equations at once, for being pointed to and for pointing.

## What they cannot say

An answer warns where more than half of the scores of a measure are 0 (of `pn`, 1), where most of
the weights that are added up are blank, where the bound of a sample exceeds the highest score, and
where ranks hang on one voice: where every relation rests on that voice alone, or where another
actor would be first by the measure that ranks without the relations that rest on it alone. A voice
on which fewer than a tenth of the relations rest is not tried. A network of more than 2,000 actors
or 20,000 relations is not measured twice: there the answer warns where more than half of the
relations rest on one voice.

A score depends on who is in the data: an actor who is described in detail has more relations than
one who is not. Compare ranks rather than scores of two networks, or of one network before and after
a filter. Equal scores share the better rank.
"""
EXAMPLE = """## Each measure

The examples are of six people and organisations, `Fay` without any relation:

{relations}

{scores}
"""

STRUCTURE_HEAD = """## Each figure of a structure

`n` is the number of actors and `m` that of edges. Weights count nowhere, and a negative relation is
an edge like any other; the answer says how many there are. Unless it is said, a figure has no
direction, is taken over all parts together, and leaves out relations of an actor to itself and
disputed ones. The examples are of the same six.
"""
STRUCTURE_TAIL = """
What is not defined (transitivity where nobody has two neighbours, assortativity where there is one
kind) is empty, with a sentence. Of several components that are equally large the one with most
edges counts for distances, then the one with the longest. Where searches from all actors would take
more than about a minute, the mean path length is estimated from 1,024 actors, with its standard
error; diameter and radius are then empty, with a bound. Where every edge joins actors of two kinds
(people and events), each kind has a one-mode projection: how many pairs of it share a neighbour
(Breiger, 1974). The actors and bridges that are counted are named in JSON, CSV and the `frame`.
"""


def write_measures() -> str:
    """Return measures.md."""
    facts, figures = list(MEASURE_FACTS.values()), list(STRUCTURE_FACTS.values())
    parts = [HEAD, list_measures(facts), write_questions(), write_example(facts)]
    parts += [describe_measure(each) for each in facts]
    parts += [STRUCTURE_HEAD, *map(describe_figure, figures), STRUCTURE_TAIL]
    return "\n".join([*parts, OPTIONS, list_publications([*facts, *figures])])


def list_measures(measures: Iterable[MeasureFacts]) -> str:
    """Return a table of the measures with the question that each answers."""
    rows = [f"| `{each.id}` | {each.question} | {each.summary} |" for each in measures]
    return "\n".join(["| measure | question | score |", "|---|---|---|", *rows, ""])


def write_example(measures: Iterable[MeasureFacts]) -> str:
    """Return the network of the examples, and the score of each of its actors."""
    relations = [
        f"- {source} *{kind}* {target}, weight {weight}"
        for source, kind, target, weight in RELATIONS
    ]
    lines = [f"| measure | {' | '.join(KINDS)} |", f"|---|{'--:|' * len(KINDS)}"]
    for facts in measures:
        cells = map(format_score, list_scores(facts.id).values())
        lines.append(f"| {facts.label} | {' | '.join(cells)} |")
    return EXAMPLE.format(relations="\n".join(relations), scores="\n".join(lines))


def describe_measure(facts: MeasureFacts) -> str:
    """Return a measure's facts as a list, with a score that is worked out by hand."""
    sentences = list_facts(facts)
    sources = sentences.pop("sources")
    items = [f"- **{name}**: {text}" for name, text in sentences.items()]
    items += [f"- **example**: {work_out(facts.id)}", f"- **source**: {sources}"]
    return "\n".join([f"### {facts.label}", "", facts.question, "", *items, ""])


def describe_figure(facts: MeasureFacts) -> str:
    """Return what is said of a figure, in a paragraph."""
    example = work_out_figure(facts.id)
    direction = f" {DIRECTIONS[facts.direction]}" if facts.direction == "arrows" else ""
    part = f" {PARTS[facts.parts]}" if facts.parts == "largest" else ""
    loops = "" if facts.loops == LOOPS else f" {facts.loops}"
    cited = "; ".join(f"{each.author}, {each.year}" for each in facts.publications)
    lines = [
        f"**{facts.label}** (`{facts.id}`): {facts.question}",
        f"{facts.formula}; {facts.scale}.{direction}{part}{loops}",
        f"*Example*: {example}." if example else "",
        f"*Misleads*: {facts.misleads}",
        f"*Source*: {cited}" if cited else "",
    ]
    return "\n".join(["- " + "\n  ".join(filter(None, lines))])


def list_publications(measures: Iterable[MeasureFacts]) -> str:
    """Return the publications that define the measures, by author."""
    citations = {each.citation for facts in measures for each in facts.publications}
    return "\n".join(["## Sources", "", *(f"- {each}" for each in sorted(citations)), ""])
