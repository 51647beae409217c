"""Find what an id cites, as it is today: a path, a relation or a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.cited_relation import CitedRelation, find_cited_relation
from graph.analysis.paths.cited_path import CitedPath, find_cited_path
from graph.analysis.paths.path_id import PREFIX
from graph.analysis.withdrawal import Withdrawal, find_citing
from graph.data.relation_ids import MADE_ID, find_row
from graph.errors import QuestionError, quote_value
from graph.names import suggest
from graph.names.resolve import LONGEST_QUERY

if TYPE_CHECKING:
    from graph.analysis.relation_changes import Before
    from graph.select.selection import Selection

Cited = CitedPath | CitedRelation | Withdrawal
"""What an id cites."""

LEAST_LIKENESS = 0.8  # of an id to one that may be a misspelling of it
MOST_LIKENED = 100_000  # relations
GONE = "If it was that of a relation, this is gone, or its ends, type or stance have changed."
REMEDY = (
    "explore path prints the ids of paths, --format json those of relations; those of sources are "
    "in sources.csv."
)


def find_cited(network: Selection, text: str, before: Before | None = None) -> Cited:
    """Return what an id cites, as it is today.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    text
        The id of a path, of a relation or of a source, exactly.
    before
        What relations said when they were cited.

    Raises
    ------
    QuestionError
        When it is none of them, or both a relation and a source.
    """
    if text.startswith(PREFIX):
        return find_cited_path(network, text, before)
    row = find_row(network.columns.relation_ids, text)
    source = network.columns.sources.get(text)
    if row is not None and source:
        problem = (
            f"{quote_value(text)} is the id of a relation and of a source. Rename one of them."
        )
        raise QuestionError("id", problem)
    if row is not None:
        return find_cited_relation(network, row, before)
    if source:
        return find_citing(network, text)
    raise QuestionError("id", _explain_unknown(network, text))


def _explain_unknown(network: Selection, text: str) -> str:
    columns = network.columns
    problem = f"{quote_value(text)} is not the id of a path, a relation or a source of this data."
    ids = [*columns.sources]
    ids += columns.relation_ids if len(columns.relations) <= MOST_LIKENED else ()
    hint = (
        suggest.suggest_word(text, ids, near=LEAST_LIKENESS) if len(text) <= LONGEST_QUERY else ""
    )
    return f"{problem} {hint or (GONE if MADE_ID.fullmatch(text) else REMEDY)}"
