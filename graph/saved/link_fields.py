"""What each field of a page link may hold; `graph.saved.page_link` puts them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from graph.data.spans import find_date_problem
from graph.errors import QuestionError, quote_value
from graph.names import suggest
from graph.rules.cells import CONFIDENCE_DUE
from graph.saved.link_vocabulary import LinkProblem, LinkVocabulary, Values
from graph.select.claim_filters import BASES, list_claimants
from graph.select.filters import read_minimum

VIEWS = ("network", "table", "timeline")
COLOURINGS = ("plain", "kind", "community", "camp")  # beside every measure
VERSIONS = ("both", "before", "after")  # on a page of two versions
ORDERS = ("steps", "voices", "confidence", "influence")  # of paths
WITHOUT_RELATIONS = ("gone", "faded")  # actors all of whose relations are filtered away
CHANGES = ("same", "removed", "added", "changed")
PANELS = ("details", "path", "ask", "ranks", "brokers", "communities", "camps", "sources", "about")
PATH_TIMES = ("together", "in_order")
TABLES = ("actors", "relations")
TIMELINES = ("relations", "changes")
COLUMNS = (  # of either table, beside measures and the author's own
    *("id", "name", "kind", "aliases", "description", "start", "end", "reference", "relations"),
    *("source", "source_name", "type", "target", "target_name", "weight", "confidence", "grade"),
    *("stance", "claimant", "basis", "note", "standing", "claim", "when", "change"),
)
LONGEST_FIND = 200  # characters
LONGEST_QUESTION = 2_000
MOST_GROUPS = 20  # of an answer
WIDEST_EGO = 9  # steps around an actor
HIGHEST_PATH_NUMBER = 100_000  # of a path that a link may name
MOST_NAMED = 10  # actors through whom a path leads
MOST_STEPPED = 100  # paths that are stepped through
MOST_CHOICES = 20  # words in a remedy

# A reader returns the values of a field that have a meaning and the problems of the others.
# None changes nothing; no values mean what the page opens with.

FieldReader = Callable[[Values, LinkVocabulary], tuple[Values | None, list[LinkProblem]]]
ValueCheck = Callable[[str, LinkVocabulary], LinkProblem | None]


def _read_single(
    check: ValueCheck, opens_with: str = "", format_value: Callable[[str], str] = str
) -> FieldReader:
    """Return a reader of a field with one value; further values are a problem."""

    def read(values: Values, vocabulary: LinkVocabulary) -> tuple[Values | None, list[LinkProblem]]:
        if not values:
            return None, []
        problem = check(values[0], vocabulary)
        problems = [problem] if problem else []
        if values[1:]:
            what = f"{quote_value(values[1])} is one value too many."
            problems.append(LinkProblem(what, f"Keep {quote_value(values[0])} alone."))
        if problem:
            return None, problems
        text = format_value(values[0])
        return (() if text == opens_with else (text,)), problems

    return read


def _read_several(check: ValueCheck) -> FieldReader:
    """Return a reader of a field with any number of values, in any order."""

    def read(values: Values, vocabulary: LinkVocabulary) -> tuple[Values | None, list[LinkProblem]]:
        problems = {value: check(value, vocabulary) for value in dict.fromkeys(values)}
        valid = [value for value, problem in problems.items() if not problem]
        # The page sorts by UTF-16 code units, as JavaScript does.
        valid.sort(key=lambda value: value.encode("utf-16-be", "surrogatepass"))
        return tuple(valid), [problem for problem in problems.values() if problem]

    return read


def _read_path(
    values: Values, vocabulary: LinkVocabulary
) -> tuple[Values | None, list[LinkProblem]]:
    """Read the ends of a path, and the actors between them."""
    problems = [problem for value in values if (problem := _check_actor(value, vocabulary))]
    if not 2 <= len(values) <= MOST_NAMED:  # noqa: PLR2004 - the two ends
        what = f"a path leads through 2 to {MOST_NAMED} actors, not {len(values)}."
        problems.append(LinkProblem(what, "Write path=FROM,TO."))
    return (None if problems else values), problems


def _check_actor(value: str, vocabulary: LinkVocabulary) -> LinkProblem | None:
    if value in vocabulary.actors:
        return None
    if value in vocabulary.all_actors:
        return _describe_left_out(value)
    spellings = vocabulary.network.columns.spellings
    remedy = vocabulary.hint(lambda: suggest.suggest_actor(value, spellings))
    return LinkProblem(
        f"{quote_value(value)} names no actor.",
        remedy or "Give an id of actors.csv.",
        rule="unknown-actor",
    )


def _check_relation(value: str, vocabulary: LinkVocabulary) -> LinkProblem | None:
    if value in vocabulary.relations:
        return None
    if value in vocabulary.all_relations:
        return _describe_left_out(value)
    near = vocabulary.hint(lambda: suggest.suggest_word(value, tuple(vocabulary.all_relations)))
    return LinkProblem(
        f"{quote_value(value)} is not the id of a relation.", near or "The page's address shows it."
    )


def _describe_left_out(value: str) -> LinkProblem:
    what = f"{quote_value(value)} is left out by the filters."
    return LinkProblem(what, "The page shows the rest.", "warning", "left-out")


def _check_word(noun: str, list_words: Callable[[LinkVocabulary], Sequence[str]]) -> ValueCheck:
    """Return a check that a value is a word of a list; `noun` has its article, for messages."""

    def check(value: str, vocabulary: LinkVocabulary) -> LinkProblem | None:
        words = list_words(vocabulary)
        if value in words:
            return None
        near = suggest.suggest_word(value, words)
        choices = "" if len(words) > MOST_CHOICES else f"There are: {', '.join(words)}."
        return LinkProblem(f"{quote_value(value)} is not {noun}.", near or choices)

    return check


def _list_types(vocabulary: LinkVocabulary) -> Values:
    return tuple(vocabulary.network.types)


def _list_sources(vocabulary: LinkVocabulary) -> Values:
    return tuple(vocabulary.network.columns.sources)


def _list_claimants(vocabulary: LinkVocabulary) -> Values:
    return tuple(list_claimants(vocabulary.network.columns))


def _list_measures(_: LinkVocabulary) -> Values:
    from graph.analysis.local_measures import LOCAL
    from graph.analysis.measures import MEASURES

    return tuple(name for name in MEASURES if name not in LOCAL)  # those that the page has


def _list_colourings(vocabulary: LinkVocabulary) -> Values:
    return (*COLOURINGS, *_list_measures(vocabulary))


def _check_date(value: str, _: LinkVocabulary) -> LinkProblem | None:
    problem = find_date_problem(value)
    return LinkProblem(*problem) if problem else None


def _check_number(pattern: re.Pattern[str], most: int, due: str) -> ValueCheck:
    def check(value: str, _: LinkVocabulary) -> LinkProblem | None:
        if pattern.fullmatch(value) and float(value) <= most:
            return None
        return LinkProblem(f"{quote_value(value)} is not a number in range.", due)

    return check


def _check_community(value: str, vocabulary: LinkVocabulary) -> LinkProblem | None:
    most = len(vocabulary.network.actor_numbers) // 2  # the filters decide how many there are
    if re.fullmatch("[1-9][0-9]{0,8}", value) and int(value) <= most:
        return None
    due = f"Write 1 to {most:,}." if most else "There are none."
    return LinkProblem(f"{quote_value(value)} is not the number of a community.", due)


def _check_column(value: str, _: LinkVocabulary) -> LinkProblem | None:
    name = value.removeprefix("-")
    prefix, colon, rest = name.partition(":")
    known = rest and prefix in {"measure", "attribute"} if colon else name in COLUMNS
    if known:
        return None
    near = suggest.suggest_word(name, COLUMNS) or f"There are: {', '.join(COLUMNS)}."
    return LinkProblem(f"{quote_value(value)} is not a column of a table.", near)


def _check_find(value: str, _: LinkVocabulary) -> LinkProblem | None:
    if len(value) <= LONGEST_FIND:
        return None
    return LinkProblem(f"{quote_value(value)} is too long.", f"Write up to {LONGEST_FIND} letters.")


def _check_question(value: str, _: LinkVocabulary) -> LinkProblem | None:
    if len(value) <= LONGEST_QUESTION:
        return None
    due = f"Write up to {LONGEST_QUESTION:,} letters."
    return LinkProblem(f"{quote_value(value)} is too long.", due)


def _check_confidence(value: str, _: LinkVocabulary) -> LinkProblem | None:
    try:
        read_minimum(value)
    except QuestionError:
        return LinkProblem(f"{quote_value(value)} is not a confidence.", CONFIDENCE_DUE)
    return None


def _format_share(value: str) -> str:
    """Return a confidence as the page writes it, as a share."""
    plain = format(Decimal(repr(read_minimum(value))), "f")
    return plain.removesuffix(".0")


def _read_flag(opens_with: str) -> FieldReader:
    return _read_single(_check_word("yes or no", lambda _: ("yes", "no")), opens_with)


def _read_relation(
    values: Values, vocabulary: LinkVocabulary
) -> tuple[Values | None, list[LinkProblem]]:
    read = _read_single(_check_relation)
    return read((*map(vocabulary.find_relation, values[:1]), *values[1:]), vocabulary)


_read_bases = _read_several(_check_word("a basis", lambda _: tuple(BASES)))
_read_types = _read_several(_check_word("a relation type", _list_types))
_check_ego = _check_number(
    re.compile("[0-9]"), WIDEST_EGO, f"Write the steps around the actor, 0 to {WIDEST_EGO}."
)
_check_path_number = _check_number(re.compile("[1-9][0-9]*"), HIGHEST_PATH_NUMBER, "Count from 1.")

_check_path_count = _check_number(
    re.compile("[1-9][0-9]*"), MOST_STEPPED, f"Write 1 to {MOST_STEPPED}."
)
_check_group = _check_number(re.compile("[1-9][0-9]?"), MOST_GROUPS, f"Write 1 to {MOST_GROUPS}.")

FIELDS: Mapping[str, FieldReader] = {
    "view": _read_single(_check_word("a view", lambda _: VIEWS), VIEWS[0]),
    "actor": _read_single(_check_actor),
    "relation": _read_relation,
    "ego": _read_single(_check_ego, "0"),
    "path": _read_path,
    "path_number": _read_single(_check_path_number, "1"),
    "path_alone": _read_flag("no"),
    "directed": _read_flag("no"),
    "path_times": _read_single(_check_word("a demand on times", lambda _: PATH_TIMES)),
    "path_by": _read_single(_check_word("an order of paths", lambda _: ORDERS), ORDERS[0]),
    "path_k": _read_single(_check_path_count),
    "path_max_length": _read_single(_check_path_number),
    "path_hubs": _read_flag("yes"),
    "path_avoid": _read_types,
    "ask": _read_single(_check_question),
    "ask_number": _read_single(_check_group, "0"),
    "ask_alone": _read_flag("no"),
    "avoid_actor": _read_several(_check_actor),
    "avoid": _read_types,
    "avoid_kind": _read_several(_check_word("a kind", lambda vocabulary: vocabulary.kinds)),
    "at": _read_single(_check_date),
    "from": _read_single(_check_date),
    "to": _read_single(_check_date),
    "certain": _read_flag("no"),
    "min_confidence": _read_single(_check_confidence, "0", _format_share),
    "unrated": _read_flag("yes"),
    "according_to": _read_several(_check_word("a claimant", _list_claimants)),
    "basis": _read_bases,
    "avoid_basis": _read_bases,
    "without_source": _read_single(_check_word("a source", _list_sources)),
    "version": _read_single(_check_word("a version", lambda _: VERSIONS), VERSIONS[0]),
    "hide_changes": _read_several(_check_word("a change", lambda _: CHANGES)),
    "size_by": _read_single(_check_word("a measure", _list_measures)),
    "colour_by": _read_single(_check_word("a colouring", _list_colourings)),
    "without_relations": _read_single(
        _check_word("a way to draw them", lambda _: WITHOUT_RELATIONS), WITHOUT_RELATIONS[0]
    ),
    "rank_by": _read_single(_check_word("a measure", _list_measures)),
    "panel": _read_single(_check_word("a panel", lambda _: PANELS)),
    "whole": _read_flag("no"),
    "source": _read_single(_check_word("a source", _list_sources)),
    "unsourced": _read_flag("no"),
    "community": _read_single(_check_community),
    "table": _read_single(_check_word("a table", lambda _: TABLES), TABLES[0]),
    "sort": _read_single(_check_column),
    "find": _read_single(_check_find),
    "timeline": _read_single(_check_word("a timeline", lambda _: TIMELINES), TIMELINES[0]),
    "fold": _read_several(_check_actor),
    "fold_community": _read_several(_check_community),
}
"""Every field by its name, in the order in which the page writes them."""


def _read_undated(
    values: Values, vocabulary: LinkVocabulary
) -> tuple[Values | None, list[LinkProblem]]:
    """Read a former field: links without what is undated now show what is certain."""
    read, problems = _read_flag("yes")(values, vocabulary)
    return (("yes",) if read else None), problems


FORMER_FIELDS: Mapping[str, tuple[str, FieldReader]] = {"undated": ("certain", _read_undated)}
"""Fields of earlier versions: the field that each is now, and how it is read."""
