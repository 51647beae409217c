"""Answers as HTML, for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from html import escape

from explorer.report import camps as camps_report
from explorer.report.balance import ShownBalance, list_parts
from explorer.report.brokers import (
    ShownBrokers,
    list_header,
    list_player_parts,
    list_rows,
)
from explorer.report.cut import SHOWN_PATHS, list_headings
from explorer.report.ego_network import list_levels
from explorer.report.html_parts import (
    SourceList,
    escape_text,
    render_group,
    render_list,
    render_own_cells,
    render_paragraphs,
    render_relation,
    render_sentence,
    render_steps,
)
from explorer.report.measure_facts import list_facts
from explorer.report.signed_edges import CitedLine, list_references
from explorer.report.structure import format_figure
from graph import Actor, Comparison
from graph.analysis.answer import Answer
from graph.analysis.balance.answer import Balance
from graph.analysis.balance.signed_edge import SignedEdge
from graph.analysis.brokers.answer import Brokers
from graph.analysis.camps.answer import Camps
from graph.analysis.centrality import Centrality
from graph.analysis.cited_relation import CitedRelation
from graph.analysis.communities import Communities
from graph.analysis.connection.answer import Connection
from graph.analysis.cut.answer import Cut
from graph.analysis.ego_network import EgoNetwork
from graph.analysis.evidence import Evidence
from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.paths.answer import Paths
from graph.analysis.paths.cited_path import CitedPath
from graph.analysis.paths.history import PathHistory
from graph.analysis.pattern.answer import PatternMatches
from graph.analysis.profile import Profile
from graph.analysis.structure import Structure
from graph.analysis.withdrawal import Withdrawal, format_quoted
from graph.comparison.consequence import HEADINGS
from graph.comparison.what_if import WhatIf
from graph.data.counts import format_count
from graph.text.safe import visible

MOST_ROWS = 30  # of a table; pandas leaves out the middle of a longer one


@singledispatch
def render_html(answer: Answer) -> str:
    """Return an answer as HTML without markup of its own in the texts of the data.

    Examples
    --------
    >>> import graph
    >>> print(render_html(graph.load_example().path("Minsk", "Minsk")))
    <p><bdi>Both names mean Minsk.</bdi></p><ol></ol>
    """
    return f"<p>{escape_text(str(answer))}</p>"


@render_html.register
def _render_paths(answer: Paths) -> str:
    sources = SourceList()
    steps = answer.paths[0].steps if answer.paths else ()
    sentences = [render_sentence(step.split()) for step in steps]
    items = render_steps(steps, sources) or "<ol></ol>"
    whole = f"{'; '.join(sentences)}." if sentences else escape_text(answer.sentence)
    lead = answer.lead_notes
    first = f"<p>{escape(' '.join(lead))}</p>" if lead else ""
    notes = " ".join(map(escape_text, answer.notes[len(lead) :]))
    notes = f"<p>{notes}</p>" if notes else ""
    return f"{first}<p>{whole}</p>{items}{notes}{sources.render()}"


@render_html.register
def _render_ego_network(answer: EgoNetwork) -> str:
    sources = SourceList()
    levels = ""
    for heading, steps in list_levels(answer):
        claims = ((step, *claim) for step in steps for claim in step.claims)
        items = [
            render_relation(relation, step.source, standing, sources)
            for step, relation, standing in claims
        ]
        levels += render_group(heading, items)
    notes = render_paragraphs(answer.notes)
    return f"<p>{escape_text(answer.sentence)}</p>{levels}{notes}{sources.render()}"


@render_html.register
def _render_connection(answer: Connection) -> str:
    sources = SourceList()
    items = render_steps(answer.steps, sources)
    notes = render_paragraphs(answer.notes)
    return f"<p>{escape_text(answer.sentence)}</p>{items}{notes}{sources.render()}"


@render_html.register
def _render_path_history(answer: PathHistory) -> str:
    notes = "".join(f"<li>{escape_text(note)}</li>" for note in answer.notes)
    return f"<p>{escape_text(answer.sentence)}</p><ul>{notes}</ul>"


@render_html.register
def _render_cited_path(answer: CitedPath) -> str:
    sources = SourceList()
    notes = render_paragraphs((answer.sentence, *answer.notes))
    items = render_steps(answer.path.steps, sources) if answer.path else ""
    return f"{notes}{items}{sources.render()}"


@render_html.register
def _render_cited_relation(answer: CitedRelation) -> str:
    sources = SourceList()
    notes = render_paragraphs((answer.sentence, *answer.notes))
    left_out = render_paragraphs((answer.relation.sentence,)) if answer.is_left_out else ""
    items = render_steps([answer.step], sources) if answer.step.relations else ""
    return f"{notes}{left_out}{items}{sources.render()}"


@render_html.register
def _render_cut(answer: Cut) -> str:
    sources = SourceList()
    direct = render_steps([answer.direct], sources) if answer.direct else ""
    notes = render_paragraphs(answer.notes)
    paths = "".join(
        f"<p>{heading}</p>{render_steps(path.steps, sources)}"
        for heading, path in zip(list_headings(answer), answer.paths, strict=False)
    )
    more = answer.count - SHOWN_PATHS
    rest = f"<p>{format_count(more, 'more path')}: see .paths</p>" if more > 0 else ""
    head = f"<p>{escape_text(answer.sentence)}</p>{direct}{notes}"
    return f"{head}{paths}{rest}{sources.render()}"


@render_html.register
def _render_matches(answer: PatternMatches) -> str:
    sources = SourceList()
    items = "".join(
        f"<li>{escape_text(match.named)}{render_steps(match.steps, sources)}</li>"
        for match in answer.matches
    )
    notes = render_paragraphs(answer.notes)
    listed = f"<ol>{items}</ol>" if items else ""
    return f"<p>{escape_text(answer.sentence)}</p>{listed}{notes}{sources.render()}"


@render_html.register
def _render_what_if(answer: WhatIf) -> str:
    lists = []
    for topic, heading in HEADINGS.items():
        items = "".join(f"<li>{escape_text(each.sentence)}</li>" for each in answer.select(topic))
        lists.append(f"<p>{heading}</p><ul>{items}</ul>" if items else "")
    return f"<p>{escape_text(answer.sentence)}</p>{''.join(lists)}{render_paragraphs(answer.notes)}"


@render_html.register
def _render_centrality(answer: Centrality) -> str:
    texts = {name: answer.frame[name].map(visible) for name in ("id", "name", "kind")}
    table = answer.frame.assign(**texts).to_html(max_rows=MOST_ROWS, float_format="{:.4g}".format)
    counted = f"<p>{escape_text(answer.projection_sentence)}</p>"
    notes = f"<p>{escape_text(' '.join(answer.notes))}</p>" if answer.notes else ""
    return f"{table}{counted}{notes}{''.join(map(render_facts, answer.facts.values()))}"


@render_html.register
def _render_communities(answer: Communities) -> str:
    import pandas as pd

    rows = [
        (
            community.number,
            len(community.actors),
            visible(", ".join(actor.name for actor in community.foremost)),
            visible(", ".join(f"{name} {count}" for name, count in community.type_counts.items())),
        )
        for community in answer.communities
    ]
    frame = pd.DataFrame(rows, columns=["community", "actors", "foremost", "relations within"])
    notes = escape(visible(" ".join(answer.notes)))
    return f"{frame.to_html(max_rows=MOST_ROWS, index=False)}<p>{notes}</p>"


@render_html.register
def _render_structure(answer: Structure) -> str:
    rows = "".join(
        f"<tr><th>{escape(visible(each.label))}</th><td>{escape(format_figure(each.value))}</td>"
        f"<td>{escape(visible(each.projection))}</td></tr>"
        for each in answer.figures
    )
    notes = escape(visible(" ".join([answer.projection_sentence, *answer.notes])))
    head = "<tr><th>figure</th><th>value</th><th>projection</th></tr>"
    sentence = escape(visible(answer.sentence))
    facts = "".join(
        f"<li>{escape(each.label)}: {escape(each.formula)}. {escape(each.misleads)}</li>"
        for each in answer.facts.values()
    )
    folded = f"<details><summary>What the figures mean</summary><ul>{facts}</ul></details>"
    return f"<p>{sentence}</p><table>{head}{rows}</table><p>{notes}</p>{folded}"


@render_html.register
def _render_balance(answer: Balance) -> str:
    sources, shown = SourceList(), ShownBalance(answer, MOST_ROWS)
    parts = [f"<p>{escape_text(answer.sentence)}</p>"]
    parts += [_render_lines(*part, sources) for part in list_parts(shown)]
    return "".join([*parts, f"<p>{escape_text(shown.caption)}</p>", sources.render()])


def _render_lines(heading: str, lines: Sequence[CitedLine], sources: SourceList) -> str:
    def cite(edge: SignedEdge) -> str:
        return render_sentence(edge.step.split()) + sources.mark(list_references(edge))

    listed = [
        line.format(cite, escape_text) + (f" {escape_text(line.more)}" if line.more else "")
        for line in lines
    ]
    return render_list(heading, listed)


@render_html.register
def _render_brokers(answer: Brokers) -> str:
    shown = ShownBrokers(answer, MOST_ROWS)
    parts = [f"<p>{escape_text(answer.sentence)}</p>"]
    head = "".join(f"<th>{escape_text(each)}</th>" for each in list_header(shown))
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape_text(cell)}</td>' for cell in row)}</tr>"
        for row in list_rows(shown)
    )
    parts.append(f"<table><tr>{head}</tr>{rows}</table>" if rows else "")
    for heading, sentences in list_player_parts(shown):
        parts.append(render_list(heading, [*map(escape_text, sentences)]))
    return "".join([*parts, f"<p>{escape_text(shown.caption)}</p>"])


@render_html.register
def _render_camps(answer: Camps) -> str:
    sources = SourceList()
    parts = [f"<p>{escape_text(answer.sentence)}</p>"]
    for heading, actors, apart in camps_report.list_camps(answer):
        names = _render_names(actors)
        beside = f" with {_render_names(apart)}" if apart else ""
        parts.append(f"<p>{heading}: {names}{beside}</p>")
    defections = [
        escape_text(each.sentence) + sources.mark(camps_report.list_references(each))
        for each in answer.defections
    ]
    parts.append(render_list(camps_report.DEFECTIONS, defections))
    parts += [_render_lines(*part, sources) for part in camps_report.list_tensions(answer)]
    more = camps_report.describe_more(answer)
    text = escape_text(" ".join(filter(None, [more, *answer.notes])))
    notes = f"<p>{text}</p>" if text else ""
    return "".join([*parts, notes, sources.render()])


def _render_names(actors: Sequence[Actor]) -> str:
    names = ", ".join(escape_text(actor.name) for actor in actors[: camps_report.MOST_NAMES])
    more = len(actors) - camps_report.MOST_NAMES
    return f"{names} and {more:,} more" if more > 0 else names


@render_html.register
def _render_profile(answer: Profile) -> str:
    sources, actor = SourceList(), answer.actor
    description = f"{escape_text(actor.description)}{sources.mark(actor.references)}"
    items = "".join(
        render_relation(each.relation, actor, each.standing, sources) for each in answer.claims
    )
    sentence = render_sentence(answer.sentence_parts)
    own = render_own_cells(actor.attributes)
    head = f"<p>{sentence}</p><p>{description}</p>{own}"
    return f"{head}<ul>{items}</ul>{render_paragraphs(answer.time_notes)}{sources.render()}"


@render_html.register
def _render_evidence(answer: Evidence) -> str:
    items = "".join(
        f"<li>{escape_text(each.source.citation)} {each.relation_count:,} relations rest on it, "
        f"{each.alone_count:,} of them on it alone; {len(each.actors):,} actors."
        f" {format_quoted(each.quoted_count)}{render_own_cells(each.source.attributes)}</li>"
        for each in answer.sources
    )
    return f"<p>{escape_text(str(answer))}</p><ol>{items}</ol>"


@render_html.register
def _render_withdrawal(answer: Withdrawal) -> str:
    sources = SourceList()
    head = "Without a source" if answer.source is None else answer.source.citation
    items = "".join(
        render_relation(each.relation, each.relation.source, each.standing, sources)
        for each in answer.claims
    )
    own = "" if answer.source is None else render_own_cells(answer.source.attributes)
    heading = f"<p>{escape_text(head)}</p>{own}<p>{escape_text(answer.sentence)}</p>"
    return f"{heading}<ul>{items}</ul>{render_paragraphs(answer.time_notes)}{sources.render()}"


@render_html.register
def _render_comparison(answer: Comparison) -> str:
    sources = SourceList()
    parts = [f"<p>{escape_text(answer.sentence)}</p>"]
    for how, actors in (("Added", answer.added_actors), ("Removed", answer.removed_actors)):
        parts.append(render_list(f"{how} actors", [escape_text(actor.name) for actor in actors]))
    changes = [
        f"{escape_text(each.after.name)}: {escape_text(each.sentence)}"
        for each in answer.changed_actors
    ]
    parts.append(render_list("Changed actors", changes))
    for how, once in (("Added", answer.added_relations), ("Removed", answer.removed_relations)):
        relations = [
            render_relation(each.relation, each.relation.source, each.standing, sources)
            for each in once
        ]
        parts.append(render_group(f"{how} relations", relations))
    changes = [
        f"{escape_text(each.after.sentence)}: {escape_text(each.sentence)}"
        for each in answer.changed_relations
    ]
    parts.append(render_list("Changed relations", changes))
    return "".join([*parts, sources.render()])


def render_facts(facts: MeasureFacts) -> str:
    """Return what a measure means as HTML, folded until it is asked for.

    Examples
    --------
    >>> from graph.analysis.facts.catalogue import MEASURE_FACTS
    >>> render_facts(MEASURE_FACTS["degree"])[:46]
    '<details><summary>What degree means</summary><'
    """
    items = "".join(
        f"<li>{escape(name)}: {escape(text)}</li>" for name, text in list_facts(facts).items()
    )
    head = f"<summary>What {escape(facts.label)} means</summary><p>{escape(facts.question)}</p>"
    return f"<details>{head}<ul>{items}</ul></details>"
