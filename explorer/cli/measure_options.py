"""The options that say which measures to rank actors by, and what these count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import click

from explorer.cli.lazy_completion import complete_measures
from explorer.cli.parameters import Count, require_value, split_commas
from graph import Network
from graph.analysis.centrality import (
    INDEPENDENT,
    MEASURES,
    PATH_MEASURES,
    SEED,
    SIGNS,
    Centrality,
    Signs,
    build_projection,
    measure_centrality,
    resolve_measure,
)
from graph.analysis.doubt.draws import DRAWS
from graph.analysis.doubt.rank_doubt import RankDoubt
from graph.analysis.doubt.rank_measurement import measure_rank_doubt
from graph.analysis.large.strategy import ReportProgress
from graph.analysis.measured_projection import has_weights

DEFAULT_MEASURE = "betweenness"
REMEDIES = {
    "directed": "Rank by in_degree, out_degree, weighted_in_degree or weighted_out_degree.",
    "weighted": "Rank by weighted_degree, weighted_in_degree or weighted_out_degree.",
    "outward": "Rank by closeness, harmonic or pn.",
    "signs": "It counts positive and negative relations apart.",
}
IMPLIED = {
    "--directed": (
        frozenset({"in_degree", "out_degree", "weighted_in_degree", "weighted_out_degree"}),
        "follows arrows without it.",
    ),
    "--weighted": (frozenset(filter(has_weights, MEASURES)), "counts weights without it."),
}
"""By option the measures that do it anyway, and how that is said of one of them."""
SAMPLING_REMEDY = "Only betweenness, closeness and harmonic are ever sampled."


class AskedMeasures(NamedTuple):
    """The measures that are asked for; the fields are the names of the options.

    Parameters
    ----------
    by
        Names of measures, several of them between commas.
    directed, weighted, outward, signs, exact, seed
        What they count; see `graph.analysis.centrality.measure_centrality`.
    """

    by: tuple[str, ...] = ()
    directed: bool = False
    weighted: bool = False
    outward: bool = False
    signs: Signs | None = None
    exact: bool | None = None
    seed: int = SEED

    @property
    def measures(self) -> list[str]:
        """The names of the measures, the first of which ranks."""
        return split_measures(self.by or [DEFAULT_MEASURE])

    def measure(self, network: Network, progress: ReportProgress) -> Centrality:
        """Measure the actors of a network."""
        return measure_centrality(
            network,
            *self.measures,
            directed=self.directed,
            weighted=self.weighted,
            outward=self.outward,
            signs=self.signs,
            exact=self.exact,
            seed=self.seed,
            progress=progress,
        )

    def measure_doubt(
        self, network: Network, draws: int | None, progress: ReportProgress
    ) -> RankDoubt:
        """Measure how sure the ranks by the first measure are."""
        projection = build_projection(
            directed=self.directed, weighted=self.weighted, signs=self.signs, outward=self.outward
        )
        return measure_rank_doubt(
            network,
            self.measures[0],
            projection,
            draws=draws or DRAWS,
            seed=self.seed,
            progress=progress,
        )

    def refuse_options_beside_doubt(self) -> None:
        """Refuse what has no effect where it is measured how sure ranks are.

        Raises
        ------
        click.UsageError
            When there is more than one measure, or it is asked to sample.
        """
        message = ""
        if len(self.measures) > 1:
            message = f"--doubt is about one measure, not {len(self.measures)}. Name one with --by."
        elif self.exact is not None:
            option = "--exact" if self.exact else "--sampled"
            message = f"{option} has no effect beside --doubt. Remove one of the two."
        if message:
            raise click.UsageError(message, click.get_current_context())

    def refuse_idle_options(self) -> None:
        """Refuse options that none of the measures depends on.

        Raises
        ------
        click.UsageError
            When there is one, with what to ask for instead.
        """
        names = [resolve_measure(measure) for measure in self.measures]
        for option, independent, remedy in self._list_given_options():
            if independent >= set(names):
                message = f"{option} changes nothing: {', '.join(names)} does not depend on it."
                what = _describe_implied(option, names) or remedy
                raise click.UsageError(f"{message} {what}", click.get_current_context())

    def _list_given_options(self) -> Iterator[tuple[str, frozenset[str], str]]:
        """Yield each option that is given, the measures that do not depend on it, and a remedy."""
        for name, remedy in REMEDIES.items():
            if getattr(self, name):
                yield f"--{name}", INDEPENDENT[name], remedy
        if self.exact is not None:
            option = "--exact" if self.exact else "--sampled"
            yield option, frozenset(MEASURES) - PATH_MEASURES, SAMPLING_REMEDY


def _describe_implied(option: str, names: Sequence[str]) -> str:
    """Return which of some measures does without an option what it asks for; empty for none."""
    implied, verb = IMPLIED.get(option, (frozenset(), ""))
    first = next((name for name in names if name in implied), "")
    return f"{first} {verb}" if first else ""


def split_measures(values: Sequence[str]) -> list[str]:
    """Return the names that the values of an option hold; ``all`` is all of them.

    Examples
    --------
    >>> split_measures(["degree,pagerank", "pn"]), len(split_measures(["all"]))
    (['degree', 'pagerank', 'pn'], 16)
    """
    names = split_commas(*values)
    return [measure for name in names for measure in (MEASURES if name == "all" else [name])]


_OPTIONS = (
    click.option("--by", metavar="MEASURE", multiple=True, shell_complete=complete_measures,
                 callback=require_value("a measure", "degree"),
                 help=f"{', '.join(MEASURES)} or all. For several: a,b or repeat it; the first "
                      f"one ranks.  [default: {DEFAULT_MEASURE}]"),
    click.option("--directed", is_flag=True, help="Count relations from source to target only."),
    click.option("--weighted", is_flag=True, help="Count strong relations for more."),
    click.option("--outward", is_flag=True,
                 help="Measure closeness, harmonic and pn along the arrows from an actor, not to "
                      "it."),
    click.option("--signs", type=click.Choice(SIGNS),
                 help="Count relations of these signs only.  [default: all; for eigenvector and "
                      "pagerank not_negative, as an edge counts as support; for pn not_neutral]"),
    click.option("--exact/--sampled", default=None,
                 help="Measure betweenness, closeness and harmonic exactly, however long it takes, "
                      "or on a sample, unless weighted.  [default: on a sample if it would take "
                      "over a minute]"),
    click.option("--seed", type=Count(0), metavar="N", default=SEED,
                 help=f"The seed of the sample.  [default: {SEED}]"),
)  # fmt: skip


def measure_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that measure to a command, as one argument ``asked``."""

    @wraps(command)
    def wrapper(*args: Any, **options: Any) -> None:  # noqa: ANN401 - the command's own
        asked = AskedMeasures(**{name: options.pop(name) for name in AskedMeasures._fields})
        command(*args, asked=asked, **options)

    for option in reversed(_OPTIONS):
        wrapper = option(wrapper)
    return wrapper
