"""What a measure leaves out, what an option does not change, and what scores cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from operator import not_
from typing import TYPE_CHECKING

from graph.analysis.carrying_voice import describe_carrying_voice
from graph.analysis.large.strategy import explain_method
from graph.analysis.measured_projection import (
    ENDORSEMENTS,
    INDEPENDENT,
    choose_projection,
    has_weights,
    to_edge_arrays,
)
from graph.analysis.rounding import DIGITS
from graph.data.dictionary_column import as_array, map_values
from graph.select.edge_relations import count_by_sign, find_edge_relations

UNSIGNED = 1e-12  # how far a PN score may be from 1 and still be 1

if TYPE_CHECKING:
    from graph.analysis.large.sample import Sample
    from graph.analysis.large.strategy import MeasureOptions
    from graph.analysis.measures import Scores
    from graph.select.projection import Projection
    from graph.select.selection import Selection


def list_method_notes(
    network: Selection,
    names: Sequence[str],
    projection: Projection,
    options: MeasureOptions,
    sampled: Mapping[str, Sample],
) -> Iterator[str]:
    """Yield which relations are left out, and what the options do not change, and why.

    Examples
    --------
    >>> import graph
    >>> from graph.analysis.large.strategy import MeasureOptions
    >>> from graph.select.projection import Projection
    >>> network, directed = graph.load_example(), Projection(directed=True)
    >>> list(list_method_notes(network, ["degree"], directed, MeasureOptions(), {}))
    ['degree: not changed by the option directed.']
    """
    yield from list_option_notes(count_by_sign(network), names, projection)
    if projection.weighted or options.exact is False:
        yield from _list_edge_notes(network, names, projection, options, sampled)


def list_option_notes(
    counts: Mapping[str, int], names: Sequence[str], projection: Projection
) -> Iterator[str]:
    """Yield which relations are left out for their sign, and which options change nothing.

    Parameters
    ----------
    counts
        How many relations have each sign.
    names
        The measures.
    projection
        The projection that was asked for.
    """
    yield from _prefix_names(names, partial(describe_signs, counts, projection))
    asked = {
        "directed": projection.directed,
        "weighted": projection.weighted,
        "signs": projection.signs is not None,
        "outward": projection.outward,
    }
    for option, is_asked in asked.items():
        ignoring = [name for name in names if name in INDEPENDENT[option]]
        ignoring = [name for name in ignoring if option != "weighted" or not has_weights(name)]
        if is_asked and ignoring:
            yield f"{', '.join(ignoring)}: not changed by the option {option}."


def describe_signs(counts: Mapping[str, int], projection: Projection, measure: str) -> str:
    """Return how many relations a measure leaves out for their sign; empty where none.

    Parameters
    ----------
    counts
        How many relations have each sign.
    projection
        The projection that was asked for.
    measure
        The measure.

    Examples
    --------
    >>> from graph.select.projection import Projection
    >>> words = describe_signs({"+": 9, "0": 0, "-": 2}, Projection(), "pagerank")
    >>> for part in words.split(", ", 1):
    ...     print(part)
    2 negative relations are left out
    because an edge counts as support (in commands, --signs all keeps them).
    """
    negative, neutral = counts["-"], counts["0"]
    if measure == "pn":
        if counts["+"] + negative == 0:
            return "no relation is positive or negative, so that all scores are 1."
        return f"{_count(neutral, 'neutral')} left out." if neutral else ""
    if measure in ENDORSEMENTS and projection.signs is None:
        pronoun = "it" if negative == 1 else "them"
        why = f"because an edge counts as support (in commands, --signs all keeps {pronoun})"
        return f"{_count(negative, 'negative')} left out, {why}." if negative else ""
    if measure in ENDORSEMENTS and projection.signs in ("all", "negative", "not_neutral"):
        verb = "counts" if negative == 1 else "count"
        return f"{_name(negative, 'negative')} {verb} as support." if negative else ""
    excluded = {"positive": "0-", "negative": "+0", "not_negative": "-", "not_neutral": "0"}
    left_out = sum(counts[sign] for sign in excluded.get(projection.signs or "", ""))
    return f"{_count(left_out, 'of other signs')} left out." if left_out else ""


def _count(number: int, sign: str) -> str:
    return f"{_name(number, sign)} {'is' if number == 1 else 'are'}"


def _name(number: int, sign: str) -> str:
    noun = "relation" if number == 1 else "relations"
    words = f"{noun} {sign}" if sign.startswith("of") else f"{sign} {noun}"
    return f"{number:,} {words}"


def _prefix_names(names: Iterable[str], describe: Callable[[str], str]) -> Iterator[str]:
    """Yield each sentence once, behind the names of all measures of which it is true."""
    names_of: dict[str, list[str]] = {}
    for name in names:
        if text := describe(name):
            names_of.setdefault(text, []).append(name)
    for text, each in names_of.items():
        yield f"{', '.join(each)}: {text}"


def _list_edge_notes(
    network: Selection,
    names: Sequence[str],
    projection: Projection,
    options: MeasureOptions,
    sampled: Mapping[str, Sample],
) -> Iterator[str]:
    """Yield what follows from the edges: that all weigh the same, or that none are sampled."""
    arrays = cache(partial(to_edge_arrays, network))
    weighing = [name for name in names if name not in INDEPENDENT["weighted"]]
    edges_of = {name: arrays(choose_projection(name, projection)) for name in weighing}
    units = {
        name: f"{unit:.{DIGITS}g}"
        for name, (edges, unit) in edges_of.items()
        if edges.weights is None and len(edges.sources)
    }
    if projection.weighted:
        is_whole = len(units) == len(weighing) and len(set(units.values())) == 1
        for unit in dict.fromkeys(units.values()):
            of_unit = "" if is_whole else f"{', '.join(n for n in units if units[n] == unit)}: "
            first = "All" if is_whole else "all"
            yield f"{of_unit}{first} edges have the same weight, {unit}, which changes no rank."
    for name in names:
        if name in edges_of and name not in sampled:
            yield from filter(None, [explain_method(name, edges_of[name][0], options)])
        elif name not in edges_of and options.exact is False:
            yield f"{name}: exact, as it is never sampled."


def list_cautions(
    network: Selection,
    results: Mapping[str, Scores],
    sampled: Mapping[str, Sample],
    projection: Projection,
    options: MeasureOptions,
) -> Iterator[str]:
    """Yield what scores cannot say: most are 0, weights are blank, or ranks hang on one voice.

    Of the voice it is said for the first measure, which ranks.

    Examples
    --------
    >>> import graph
    >>> from graph.analysis.large.strategy import MeasureOptions
    >>> from graph.select.projection import Projection
    >>> network, scores = graph.load_example(), {"degree": {0: 1, 1: 0, 2: 0}}
    >>> next(list_cautions(network, scores, {}, Projection(), MeasureOptions()))
    'degree: 2 of 3 scores are 0, so it ranks only the other one.'
    """
    yield from _prefix_names(results, partial(describe_scores, results, sampled))
    summed = filter(has_weights, results)
    yield from _prefix_names(summed, lambda _: describe_blank_weights(network, projection))
    ranked = dict(list(results.items())[:1])
    for text in describe_carrying_voice(network, ranked, projection, options).values():
        yield f"{text[:1].upper()}{text[1:]}"


def describe_blank_weights(network: Selection, projection: Projection) -> str:
    """Return how many relations have no weight of their own; empty where not most of them.

    Examples
    --------
    >>> import graph
    >>> from graph.select.projection import Projection
    >>> describe_blank_weights(graph.load_example().only("funds"), Projection())
    '1 of 1 relation has no weight and counts as 1.'
    """
    rows = find_edge_relations(network, projection.signs).rows
    cells = network.columns.relations.cells("weight")
    blank = int(as_array(map_values(cells, not_), bool)[rows].sum())
    if 2 * blank <= len(rows):
        return ""
    noun = "relation" if len(rows) == 1 else "relations"
    verbs = "has no weight and counts" if blank == 1 else "have no weight and count"
    return f"{blank:,} of {len(rows):,} {noun} {verbs} as 1."


def describe_scores(
    results: Mapping[str, Scores], sampled: Mapping[str, Sample], measure: str
) -> str:
    """Return what the scores of a measure cannot say; empty where nothing is to be said."""
    scores = results.get(measure, {}).values()
    if measure == "pn":
        return _describe_unsigned(list(scores))
    highest = max(scores, default=0)
    sample = sampled.get(measure)
    if sample is not None and sample.error > highest:
        return "a score may be off by more than the highest, so that ranks say little."
    zeros = sum(score == 0 for score in scores)
    others = len(scores) - zeros
    if not others:
        return "all scores are 0, so it ranks nobody." if zeros > 1 else ""
    if zeros <= others:
        return ""
    rest = "one" if others == 1 else f"{others:,}"
    return f"{zeros:,} of {len(scores):,} scores are 0, so it ranks only the other {rest}."


def _describe_unsigned(scores: Sequence[float]) -> str:
    """Return how many scores of PN are those of an actor without friends and foes, if most are."""
    ones = sum(abs(score - 1) < UNSIGNED for score in scores)
    if not len(scores) / 2 < ones < len(scores):
        return ""
    return (
        f"{ones:,} of {len(scores):,} scores are 1, as of an actor without positive and negative "
        "relations."
    )
