"""What an id cites, as it is today: a path, a relation or a source, in every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.report import cited_path, relations, withdrawal
from explorer.report.citations import Citations
from explorer.report.terminal_text import wrap
from graph.analysis.cited_relation import CitedRelation
from graph.analysis.paths.cited_path import CitedPath
from graph.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph import Relation
    from graph.analysis.citing import Cited
    from graph.data.records import Standing

COLUMNS = ("cited", "relation", "state", "sentence")
BESIDE = "Between the same two actors"


def to_text(answer: Cited, width: int | None) -> str:
    """Return whether it stands, and what it says today."""
    if isinstance(answer, CitedPath):
        return cited_path.to_text(answer, width)
    if not isinstance(answer, CitedRelation):
        return withdrawal.to_text(answer, width=width)
    cited = Citations()
    lines = [*map(relations.paint_strong, wrap(visible(answer.sentence), width))]
    lines += [line for note in answer.notes for line in wrap(visible(note), width)]
    listing = relations.RelationList((answer.relation, *answer.beside), cited, width)
    for heading, claims in _list_claims(answer):
        lines += ["", *([relations.paint_strong(heading)] if heading else [])]
        for relation, standing in claims:
            lines += listing.format_lines("", relation.sentence, relation, standing)
    lines += ["", relations.paint_faint(visible(f"Cite as {answer.id}"))]
    return "\n".join([*lines, *relations.format_sources(cited, width)])


def _list_claims(
    answer: CitedRelation,
) -> Iterator[tuple[str, Sequence[tuple[Relation, Standing]]]]:
    """Yield the relation itself, then those beside it, with their heading."""
    step, own = answer.step, answer.relation.id
    claims = list(zip(step.relations, step.standings, strict=True))
    itself = [each for each in claims if each[0].id == own]
    yield "", itself or [(answer.relation, answer.standing)]
    beside = [each for each in claims if each[0].id != own]
    if beside:
        yield BESIDE, beside


def to_markdown(answer: Cited) -> str:
    """Return the same as Markdown, with footnotes."""
    from explorer.report.markdown import escape, format_footnotes, format_relation

    if isinstance(answer, CitedPath):
        return cited_path.to_markdown(answer)
    if not isinstance(answer, CitedRelation):
        return withdrawal.to_markdown(answer)
    cited = Citations()
    blocks = [escape(answer.sentence), *map(escape, answer.notes)]
    for heading, claims in _list_claims(answer):
        blocks += [f"**{heading}**"] if heading else []
        items = (f"- {format_relation(each.sentence, each, how, cited)}" for each, how in claims)
        blocks.append("\n".join(items))
    blocks += [f"Cite as `{answer.id}`", "\n".join(format_footnotes(cited))]
    return "\n\n".join(filter(None, blocks))


def to_dict(answer: Cited) -> Mapping[str, Any]:
    """Return it as data, with each relation and source once."""
    if isinstance(answer, CitedPath):
        return cited_path.to_dict(answer)
    if not isinstance(answer, CitedRelation):
        return withdrawal.to_dict(answer)
    claims = [claim for _, group in _list_claims(answer) for claim in group]
    return {
        **answer.to_dict(),
        "relation_rows": [relations.to_dict(*claim) for claim in claims],
        "sources": relations.list_sources(relation for relation, _ in claims),
    }


def to_json(answers: Sequence[Cited]) -> str:
    """Return several as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json({"cited": [to_dict(answer) for answer in answers]})


def to_csv(answers: Sequence[Cited]) -> str:
    """Return a CSV row for each relation that was cited, is new, or rests on a cited source."""
    from explorer.report.json_csv import format_csv

    return format_csv(COLUMNS, [row for answer in answers for row in _list_rows(answer)])


def _list_rows(answer: Cited) -> Iterator[tuple[str, str, str, str]]:
    if isinstance(answer, CitedPath | CitedRelation):
        yield from ((answer.id, *row) for row in answer.rows)
        return
    for each in answer.relations:
        state = "rests on it alone" if each.alone else "rests on it"
        source = answer.source.id if answer.source else ""
        yield source, each.relation.id, state, each.relation.sentence
