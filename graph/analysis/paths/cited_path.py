"""Find a path again by its id in today's data, and what changed since it was cited.

The id names the relations of each step, so that today's data says which of them still stand and
which have others beside them. With what `explore path --format json` printed, it says how each
relation changed, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from graph.analysis.answer import Answer
from graph.analysis.paths.build import build_path
from graph.analysis.paths.path_id import NamedRelation, parse_path_id
from graph.analysis.paths.rank import Ranking
from graph.analysis.relation_changes import Before, describe_changes, join_shortened
from graph.data.relation_ids import find_row
from graph.errors import QuestionError, quote_value, shorten

if TYPE_CHECKING:
    import pandas as pd

    from graph.analysis.paths.steps import Path
    from graph.data.records import Relation
    from graph.select.selection import Selection


@dataclass(frozen=True, repr=False)
class CitedPath(Answer):
    """A path that was cited, as it is today.

    Parameters
    ----------
    id
        The id that was cited.
    path
        The path today; None where a step of it is gone.
    gone
        The ids of relations that are no longer in the data.
    left_out
        Relations that are in the data, but that the filters leave out.
    added
        Relations that are now on its steps and that the id does not name.
    changes
        Sentences on how relations changed since, where it is known what they said.
    compared
        Whether it is known what they said.
    """

    id: str
    path: Path | None
    gone: tuple[str, ...] = ()
    left_out: tuple[Relation, ...] = ()
    added: tuple[Relation, ...] = ()
    changes: tuple[str, ...] = ()
    compared: bool = False

    @property
    def sentence(self) -> str:
        """Whether the path still stands."""
        if self.path is None and self.left_out:
            return "The filters leave no relation of a step of this path."
        if self.path is None:
            return "This path no longer stands: a step of it has no relation left."
        if self.left_out:
            return "This path stands with these filters, but not on all its relations."
        if not self.gone and not self.added:
            return "This path still stands, on the same relations."
        return "This path still stands, but not on the same relations."

    @property
    def notes(self) -> tuple[str, ...]:
        """What changed since, a sentence each."""
        gone = f"Gone: {join_shortened(self.gone)}."
        left_out = f"Left out by the filters: {_join_sentences(self.left_out)}."
        added = f"New beside them: {_join_sentences(self.added)}."
        unchanged = "No relation says anything else than it did."
        return (
            *((gone,) if self.gone else ()),
            *((left_out,) if self.left_out else ()),
            *((added,) if self.added else ()),
            *self.changes,
            *((unchanged,) if self.compared and not self.changes and self.path else ()),
        )

    @property
    def frame(self) -> pd.DataFrame:
        """A row for each relation that was cited or is new. Columns: relation, state, sentence."""
        import pandas as pd

        return pd.DataFrame(self.rows, columns=["relation", "state", "sentence"])

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """The cells of the table."""
        path = self.path
        today = [r for step in path.steps for r in step.relations] if path else []
        new = {relation.id for relation in self.added}
        rows = [(r.id, "new" if r.id in new else "stands", r.sentence) for r in today]
        rows += [(r.id, "left out", r.sentence) for r in self.left_out]
        return [*rows, *((name, "gone", "") for name in self.gone)]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: relations by id."""
        path = self.path
        return {
            "id": self.id,
            "stands": path is not None,
            "id_today": path.id if path else "",
            "gone": list(self.gone),
            "left_out": [relation.id for relation in self.left_out],
            "added": [relation.id for relation in self.added],
            "changes": list(self.changes),
            "compared": self.compared,
            "actors": [actor.id for actor in path.actors] if path else [],
            "relations": [[r.id for r in step.relations] for step in path.steps] if path else [],
            "sentence": path.sentence if path else "",
            "notes": [self.sentence, *self.notes],
        }

    def __repr__(self) -> str:
        stands = "stands" if self.path else "does not stand"
        return f"<CitedPath: {shorten(self.id)}, {stands}>"


def find_cited_path(network: Selection, path_id: str, before: Before | None = None) -> CitedPath:
    """Return a path that was cited by its id, as it is today.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    path_id
        The id of the path.
    before
        What its relations said when it was cited.

    Raises
    ------
    QuestionError
        When it is not the id of a path, or none of its relations is in the data.
    """
    steps = parse_path_id(path_id)
    found = [_find_rows(network, step) for step in steps]
    rows = {name: row for step in found for name, row in step.items()}
    gone = tuple(name for name, row in rows.items() if row is None)
    selected = network.relation_numbers
    left_out = tuple(
        network.relation(row) for row in rows.values() if row is not None and row not in selected
    )
    actors = _list_actors(network, steps, found, path_id)
    if actors is None:
        return CitedPath(path_id, None, gone, left_out)
    ranking = Ranking.between(network, network.adjacency("either"), (actors[0], actors[-1]))
    if not all(_is_followed(network, ends) for ends in pairwise(actors)):
        return CitedPath(path_id, None, gone, left_out)
    path = build_path(network, ((ranking, actors),))
    today = {relation.id: relation for step in path.steps for relation in step.relations}
    named = {name for step in steps for name, _ in step}
    added = tuple(relation for name, relation in today.items() if name not in named)
    changes = tuple(describe_changes(today, before or {}))
    return CitedPath(path_id, path, gone, left_out, added, changes, before is not None)


def _find_rows(network: Selection, step: Iterable[NamedRelation]) -> dict[str, int | None]:
    """Return the rows of the relations that a step names; None for those that are gone."""
    return {name: find_row(network.columns.relation_ids, name) for name, _ in step}


def _list_actors(
    network: Selection,
    steps: Sequence[Sequence[NamedRelation]],
    found: Sequence[Mapping[str, int | None]],
    path_id: str,
) -> list[int] | None:
    """Return the row numbers of the path's actors; None where the ends of a step are not known."""
    sources, targets = network.columns.endpoints
    ends: list[tuple[int, int] | None] = []
    for step in steps:
        rows = ((found[len(ends)][name], is_backwards) for name, is_backwards in step)
        row, is_backwards = next((each for each in rows if each[0] is not None), (None, False))
        if row is None:
            ends.append(None)
        else:
            ends.append(
                (targets[row], sources[row]) if is_backwards else (sources[row], targets[row])
            )
    ids = network.columns.relation_ids
    if not any(ends) and all(find_row(ids, name) is None for step in steps for name, _ in step):
        problem = f"no relation of {quote_value(shorten(path_id))} is in the data."
        raise QuestionError("id", f"{problem} Is it an id of this network?")
    return _chain(ends, path_id)


def _chain(ends: Sequence[tuple[int, int] | None], path_id: str) -> list[int] | None:
    if ends[0] is None or ends[-1] is None:
        return None
    actors = [ends[0][0]]
    for number, each in enumerate(ends):
        following = ends[number + 1] if number + 1 < len(ends) else None
        if each is None and following is None:
            return None  # two steps in a row are gone
        here, there = each or (actors[-1], following[0] if following else actors[-1])
        if here != actors[-1]:
            problem = f"the steps of {quote_value(shorten(path_id))} do not follow each other."
            raise QuestionError("id", problem)
        actors.append(there)
    return actors


def _is_followed(network: Selection, ends: tuple[int, int]) -> bool:
    rows = network.adjacency("either")[ends[0]].get(ends[1], ())
    return any(not network.columns.disputes[row] for row in rows)


def _join_sentences(relations: Iterable[Relation]) -> str:
    return join_shortened([each.sentence for each in relations], "; ")
