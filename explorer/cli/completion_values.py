"""Values that the Tab key completes: names, types, kinds, sources, columns, measures.

Errors are not shown here: a message would destroy the line that is being typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from explorer.cli.session import Session
from graph import Actor, Network
from graph.data.vocabulary import TYPES
from graph.text.safe import visible

Items = list["CompletionItem[str]"]  # quoted: click before 8.4 has no generic item


def complete_actors(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the actors with a spelling that starts with a word, completed to that spelling."""
    network = _read_network(context)
    return [] if network is None else list(_list_actors(network, word))


def _list_actors(network: Network, word: str) -> Iterator[CompletionItem[str]]:
    actors = [(actor, (*actor.names, actor.id)) for actor in network.actor_rows]
    counts = Counter(spelling for _, spellings in actors for spelling in set(spellings))
    for actor, spellings in actors:
        unique = [text for text in spellings if counts[text] == 1 and text == visible(text)]
        spelling = _find_spelling(word, unique)
        if spelling:
            yield CompletionItem(spelling, help=_describe(actor, spelling))


def _find_spelling(word: str, spellings: Iterable[str]) -> str:
    """Return the first spelling that starts with a word, in the same case if there is one."""
    matches = [text for text in spellings if text.casefold().startswith(word.casefold())]
    return next((text for text in matches if text.startswith(word)), matches[0] if matches else "")


def _describe(actor: Actor, spelling: str) -> str:
    """Return the kind of an actor, with the name where the spelling is not the name."""
    kind = visible(actor.kind.replace("_", " "))
    return kind if spelling == actor.name else f"{visible(actor.name)}, {kind}"


def complete_types(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the relation types that start with the last word after a comma."""
    network = _read_network(context)
    return _complete_list(word, TYPES if network is None else network.types)


def complete_kinds(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the kinds of actors that start with the last word after a comma."""
    network = _read_network(context)
    kinds = [] if network is None else sorted({actor.kind for actor in network.actor_rows})
    return _complete_list(word, kinds)


def complete_sources(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the sources whose id starts with a word, each with its title."""
    network = _read_network(context)
    return [
        CompletionItem(source.id, help=visible(source.title))
        for source in ([] if network is None else network.source_rows)
        if source.id.startswith(word) and source.id == visible(source.id)
    ]


def complete_claimants(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the claimants that start with a word: ids of actors, or words of the data."""
    from graph.select.claim_filters import list_claimants

    network = _read_network(context)
    return [
        CompletionItem(claimant)
        for claimant in ([] if network is None else list_claimants(network.columns))
        if claimant.startswith(word) and claimant == visible(claimant)
    ]


def complete_bases(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Return the bases that start with the last word after a comma."""
    from graph.select.claim_filters import BASES

    return _complete_list(word, BASES)


def complete_columns(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the columns that may be redacted and start with the last word after a comma."""
    from graph.sharing.privacy import list_removable_columns

    network = _read_network(context)
    names = [] if network is None else list_removable_columns(network.columns)
    return _complete_list(word, names)


def complete_dates(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the years, months and days of the relations' dates that go on from a word."""
    from graph.select.period import list_dates

    network = _read_network(context)
    return _complete_list(word, [] if network is None else list_dates(network))


def complete_measures(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Return the measures that start with the last word after a comma."""
    from graph.analysis.centrality import MEASURES

    return _complete_list(word, [*MEASURES, "all"])


def complete_figures(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Return the figures of a structure that start with the last word after a comma."""
    from graph.analysis.facts.catalogue import STRUCTURE_FACTS

    return _complete_list(word, [*STRUCTURE_FACTS, "all"])


def complete_files(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Leave the names of files and folders to the script of the shell."""
    return [CompletionItem(word, "file")]


def complete_folders(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Leave the names of folders to the script of the shell."""
    return [CompletionItem(word, "dir")]


def _complete_list(word: str, choices: Iterable[str]) -> Items:
    before, comma, last = word.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{text}")
        for text in choices
        if text.startswith(last) and text == visible(text)
    ]


def _read_network(context: click.Context) -> Network | None:
    """Return the network of the options before the command, or None if it cannot be read."""
    try:
        return Session.from_options(context.find_root().params).read()
    except Exception:  # noqa: BLE001 - no message while a line is typed
        return None
