"""What the Tab key offers: commands, options, names, types, kinds, sources, measures.

Whatever goes wrong here stays silent: the line that somebody is typing is no place for messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
    shell_complete,
)

from explorer.cli.session import Session
from graph import Actor, Network
from graph.data.vocabulary import TYPES
from graph.text.safe import visible

Items = list["CompletionItem[str]"]  # quoted: click before 8.4 has no generic item


class Bash(BashComplete):
    """Completion for bash 4.4 or newer that lets bash itself quote what it inserts.

    Names hold spaces, and may hold whatever a shell would run; as `filenames` they are quoted.
    """

    source_template = """\
%(complete_func)s() {
    local IFS=$'\\n' line
    COMPREPLY=()
    while read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}"); compopt -o filenames ;;
            file,*|dir,*) compopt -o default ;;
        esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
%(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    @staticmethod
    def _check_version() -> None:
        """Trust that who asks for bash has it."""


def completed(group: click.Command, variable: str, instruction: str) -> int:
    """Print what may follow on a command line, and return the exit code."""
    add_completion_class(Bash)
    try:
        return shell_complete(group, {}, "explore", variable, instruction)
    except Exception:  # noqa: BLE001 - see the module
        return 1


def script(group: click.Command, variable: str, shell: str) -> str:
    """Return the script that switches completion on in a shell."""
    add_completion_class(Bash)
    kind = get_completion_class(shell)
    return "" if kind is None else kind(group, {}, "explore", variable).source()


def actors(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the actors of whom a spelling starts with a word, that spelling first."""
    network = _network(context)
    return [] if network is None else list(_actors(network, word))


def _actors(network: Network, word: str) -> Iterator[CompletionItem[str]]:
    known = [(actor, (*actor.names, actor.id)) for actor in network.actor_rows]
    owners = Counter(spelling for _, spellings in known for spelling in set(spellings))
    for actor, spellings in known:
        sure = [text for text in spellings if owners[text] == 1 and text == visible(text)]
        chosen = _starting(word, sure)
        if chosen:
            yield CompletionItem(chosen, help=_told(actor, chosen))


def _starting(word: str, spellings: Iterable[str]) -> str:
    """Return the first spelling that starts with a word, heeding its case if one does."""
    near = [text for text in spellings if text.casefold().startswith(word.casefold())]
    return next((text for text in near if text.startswith(word)), near[0] if near else "")


def _told(actor: Actor, chosen: str) -> str:
    """Return who is meant, where the spelling chosen is not the name."""
    kind = visible(actor.kind.replace("_", " "))
    return kind if chosen == actor.name else f"{visible(actor.name)}, {kind}"


def types(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the relation types that the last word after a comma starts."""
    network = _network(context)
    return _listed(word, TYPES if network is None else network.types)


def kinds(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the kinds of the actors, likewise."""
    network = _network(context)
    found = [] if network is None else sorted({actor.kind for actor in network.actor_rows})
    return _listed(word, found)


def sources(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the sources whose id a word starts, each with its title."""
    network = _network(context)
    return [
        CompletionItem(source.id, help=visible(source.title))
        for source in ([] if network is None else network.source_rows)
        if source.id.startswith(word) and source.id == visible(source.id)
    ]


def columns(context: click.Context, _: click.Parameter, word: str) -> Items:
    """Return the columns, those that may be left out, that a word starts."""
    from graph.sharing.privacy import redactable

    network = _network(context)
    found = [] if network is None else redactable(network.columns)
    return [
        CompletionItem(name) for name in found if name.startswith(word) and name == visible(name)
    ]


def measures(_: click.Context, __: click.Parameter, word: str) -> Items:
    """Return the measures, likewise."""
    from graph.analysis.centrality import MEASURES

    return _listed(word, [*MEASURES, "all"])


def _listed(word: str, known: Iterable[str]) -> Items:
    before, comma, last = word.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{text}")
        for text in known
        if text.startswith(last) and text == visible(text)
    ]


def _network(context: click.Context) -> Network | None:
    """Return the network that the options before the command choose, if it can be read."""
    try:
        return Session.from_options(context.find_root().params).read()
    except Exception:  # noqa: BLE001 - see the module
        return None
