"""What is supposed: a network without actors or sources, with further relations, or turned ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.analysis.pattern.parse import TWO_LETTERS, parse_pattern
from graph.analysis.pattern.terms import Clause, Pattern
from graph.data.columns import TYPE_COLUMNS
from graph.data.sentences import join_phrases
from graph.errors import PatternError, QuestionError, quote_value, shorten
from graph.names.sources import resolve_source
from graph.select.filters import flatten_words

if TYPE_CHECKING:
    import pandas as pd

    from graph.data.records import Actor, Relation
    from graph.network import Network

TURNED = {"+": "opposes", "-": "supports"}
"""By the sign of a relation's type the type that takes its place when it is turned."""
SOURCE = "without the source "
EXAMPLE = "Poland ally Ukraine"


@dataclass(frozen=True)
class SupposedRelation:
    """A relation that somebody supposes.

    Parameters
    ----------
    source, target
        Its two actors.
    type
        The name of its type.
    start, end
        Its dates; empty where none was given.
    text
        The relation as it was written.
    """

    source: Actor
    target: Actor
    type: str
    start: str
    end: str
    text: str


@dataclass(frozen=True)
class Supposition:
    """What is supposed of a network, in words and done.

    Parameters
    ----------
    before, after
        The network, and the one that is supposed.
    phrases
        What is supposed: a phrase each.
    """

    before: Network
    after: Network
    phrases: tuple[str, ...]

    @property
    def is_nothing_left(self) -> bool:
        """Whether all actors and relations are gone that were there before."""
        return bool(self.before.actor_numbers) and not self.after.actor_numbers

    @property
    def text(self) -> str:
        """What is supposed, in one phrase."""
        return join_phrases(list(self.phrases))


def suppose(
    network: Network,
    without: str | Iterable[str],
    without_source: str | Iterable[str],
    add: str | Iterable[str],
    flip: str | Iterable[str],
) -> Supposition:
    """Return a network as it is supposed; see `graph.comparison.what_if.what_if`.

    Raises
    ------
    ActorError
        When a name does not lead to one actor.
    QuestionError
        When a source is none, a relation cannot be read, or there is none to turn.
    """
    after, phrases = network, []
    removed = [network.resolve(name) for name in flatten_words([without])]
    sources = flatten_words([without_source])
    added = [_read_relation(network, "add", text) for text in flatten_words([add])]
    turned = [_read_relation(network, "flip", text) for text in flatten_words([flip])]
    _refuse_removed(removed, [*added, *turned])
    if turned:
        found = [_find_relations(network, supposed) for supposed in turned]
        after = _turn(after, [relation for relations in found for relation in relations])
        phrases += [_describe_turned(network, supposed) for supposed in turned]
    if added:
        after = _add(after, added)
        phrases += [f"with {_quote(network, supposed)}" for supposed in added]
    if sources:
        after = after.without_source(*sources)
        phrases += [f"{SOURCE}{_name_source(network, source)}" for source in sources]
    if removed:
        after = after.avoid_actor(*(actor.id for actor in removed))
        phrases.append(f"without {join_phrases([shorten(actor.name) for actor in removed])}")
    if not phrases:
        message = "Nothing is supposed. Leave out an actor or a source, or add or flip a relation."
        raise QuestionError("without", message)
    return Supposition(network, after, tuple(phrases))


def _name_source(network: Network, name: str) -> str:
    """Return the title of a source that somebody named, in quotes; its id where it has none."""
    source = resolve_source(network.columns, name, "without_source")
    return f'"{shorten(source.title)}"' if source.title else shorten(source.id)


def _refuse_removed(removed: Iterable[Actor], relations: Iterable[SupposedRelation]) -> None:
    ids = {actor.id: actor for actor in removed}
    for supposed in relations:
        named = next(
            (ids[end.id] for end in (supposed.source, supposed.target) if end.id in ids), None
        )
        if named:
            message = (
                f"{quote_value(supposed.text)} is about {shorten(named.name)}, who is left out."
            )
            raise QuestionError("without", f"{message} Leave out one of the two.")


def _read_relation(network: Network, option: str, text: str) -> SupposedRelation:
    """Return the relation that a text means: a name, a type, a name, and a date behind @."""
    try:
        pattern = parse_pattern(network, text)
    except PatternError as error:
        what = error.what.replace(TWO_LETTERS, "Name two.")
        raise QuestionError(option, f"{quote_value(text)}: {what}") from None
    clause = pattern.clauses[0]
    names = clause.verb.forwards | clause.verb.backwards
    slots = [pattern.slots[number] for number in (clause.source, clause.target)]
    if len(pattern.clauses) > 1 or len(names) != 1 or any(slot.row is None for slot in slots):
        what = "is not one relation: an actor, a type and an actor, such as"
        raise QuestionError(option, f"{quote_value(text)} {what} {EXAMPLE!r}.")
    return _build_relation(network, pattern, clause, text)


def _build_relation(
    network: Network, pattern: Pattern, clause: Clause, text: str
) -> SupposedRelation:
    rows = (pattern.slots[number].row for number in (clause.source, clause.target))
    actors = [network.columns.actor(row) for row in rows if row is not None]
    onward = bool(clause.verb.forwards)
    source, target = actors if onward else reversed(actors)
    (name,) = clause.verb.forwards or clause.verb.backwards
    start, end = (clause.span.start, clause.span.end) if clause.span else ("", "")
    return SupposedRelation(source, target, name, start, end, text)


def _find_relations(network: Network, supposed: SupposedRelation) -> list[Relation]:
    """Return the relations of a type between two actors, which are to be turned."""
    relation_type = network.types[supposed.type]
    if relation_type.sign not in TURNED:
        message = (
            f"{quote_value(supposed.text)}: {supposed.type} has no sign. There is nothing to turn."
        )
        raise QuestionError("flip", message)
    ends = {(supposed.source.id, supposed.target.id)}
    ends |= {(supposed.target.id, supposed.source.id)} if relation_type.mutual else set()
    between = [each for each in network.relation_rows if _get_ends(each) in ends]
    found = [each for each in between if each.type.name == supposed.type]
    if found:
        return found
    either = ends | {(target, source) for source, target in ends}
    near = sorted({each.type.name for each in network.relation_rows if _get_ends(each) in either})
    hint = f" Between them: {', '.join(near)}." if near else " No relation joins the two."
    message = f"{quote_value(supposed.text)}: there is no such relation to turn.{hint}"
    raise QuestionError("flip", message)


def _get_ends(relation: Relation) -> tuple[str, str]:
    return relation.source.id, relation.target.id


def _turn(network: Network, relations: Iterable[Relation]) -> Network:
    """Return a network in which some relations have a type of the other sign."""
    types = {each.id: TURNED[each.type.sign] for each in relations}

    def turn(frame: pd.DataFrame) -> pd.DataFrame:
        is_turned = frame["id"].isin(list(types))
        turned = frame["id"].map(types).where(is_turned, frame["type"])
        return frame.assign(type=turned, id=frame["id"].mask(is_turned, ""))

    return _rebuild(network, turn)


def _add(network: Network, relations: Iterable[SupposedRelation]) -> Network:
    """Return a network with further relations."""
    rows = [
        {
            "source": supposed.source.id,
            "target": supposed.target.id,
            "type": supposed.type,
            "start": supposed.start,
            "end": supposed.end,
        }
        for supposed in relations
    ]

    def add(frame: pd.DataFrame) -> pd.DataFrame:
        import pandas as pd

        return pd.concat([frame, pd.DataFrame(rows)], ignore_index=True)

    return _rebuild(network, add)


def _rebuild(network: Network, change: Callable[[pd.DataFrame], pd.DataFrame]) -> Network:
    """Return a network of the same actors, sources and types with other relations."""
    import pandas as pd

    from graph.formats.csv_writer import list_own_types

    return type(network).from_frames(
        network.actors,
        change(network.relations),
        sources=network.sources,
        types=pd.DataFrame(list_own_types(network), columns=TYPE_COLUMNS, dtype="str"),
    )


def _describe_turned(network: Network, supposed: SupposedRelation) -> str:
    """Return what takes the place of what, as a phrase."""
    turned = replace(supposed, type=TURNED[network.types[supposed.type].sign])
    return f"with {_quote(network, turned)} instead of {_quote(network, supposed)}"


def _quote(network: Network, supposed: SupposedRelation) -> str:
    """Return a supposed relation as a sentence in quotes, such as "A supports B"."""
    relation_type = network.types[supposed.type]
    verb = relation_type.present or relation_type.label
    return f'"{shorten(supposed.source.name)} {verb} {shorten(supposed.target.name)}"'
