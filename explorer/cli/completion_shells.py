"""The scripts with which bash, zsh and fish ask for completions, and the answers to them.

Names come from files of others and may have whatever a shell would run. So each value is
inserted as a single word: bash gets it quoted, zsh and fish quote what they insert.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete

from explorer.cli.completion_files import list_paths
from explorer.cli.shell_words import ShellWord, quote_for_bash, split_line
from graph.text.safe import visible

if TYPE_CHECKING:
    Item = CompletionItem[str]
else:
    Item = CompletionItem  # generic at run time only from click 8.4 on

ASSIGNMENT = re.compile(r"\w+=")
HOME = re.compile(r"~\w*(?=/)")
FILE_KINDS = ("file", "dir")


class Shell(ShellComplete):
    """Completion for a shell, which gives the line up to the cursor as COMP_LINE."""

    def complete(self) -> str:
        """Return the lines that the script of the shell reads."""
        before, word = self._read_line()
        if not word.is_plain:
            return ""
        items = self._list_items(before, word)
        return "\n".join(line for item in items for line in self.format_lines(item, word))

    def format_lines(self, item: Item, word: ShellWord) -> Iterator[str]:
        """Yield the lines with which the script inserts an item in place of a word."""
        raise NotImplementedError

    def _read_line(self) -> tuple[list[str], ShellWord]:
        """Return the words before the cursor, and the word that is being typed."""
        *words, last = split_line(os.environ["COMP_LINE"], self.name)
        while words and ASSIGNMENT.match(words[0].raw):
            del words[0]
        return [_expand_home(word) for word in words[1:]], last

    def _list_items(self, before: list[str], word: ShellWord) -> Iterator[Item]:
        """Yield what may stand in place of a word; nothing that would be read as an option."""
        is_option = word.text.startswith("-")
        option, equals, typed = word.text.partition("=") if is_option else ("", "", word.text)
        for item in self.get_completions(before, word.text):
            if item.type in FILE_KINDS or (is_option and not equals):
                yield item
            elif _can_stand(item.value, typed):
                yield CompletionItem(f"{option}{equals}{item.value}", item.type, item.help)


def _can_stand(value: str, typed: str) -> bool:
    """Return whether a value completes what is typed, can be seen, and is not read as an option."""
    is_longer = value.casefold().startswith(typed.casefold())
    return is_longer and value == visible(value) and not value.startswith("-")


class Bash(Shell):
    """Completion for bash 4.4 or newer.

    Bash inserts what it gets as it is. Its own quoting, `compopt -o filenames`, leaves a backtick
    bare in some words and a dollar sign in others, so that they run; files are listed here, too.
    """

    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = """\
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            folder,*) COMPREPLY+=("${line#folder,}"); compopt -o nospace ;;
        esac
    done < <(env COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_TEXT="$2" \
%(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def format_lines(self, item: Item, word: ShellWord) -> Iterator[str]:
        """Yield an item, quoted; in place of files, every file that begins like the word."""
        replaced = os.environ.get("COMP_TEXT", word.raw)
        if not word.raw.endswith(replaced):
            return
        head = word.raw.removesuffix(replaced)
        if item.type not in FILE_KINDS:
            value = quote_for_bash(item.value, head)
            if value is not None:
                yield f"plain,{value}"
            return
        option = word.text.removesuffix(item.value)
        bare = _find_home(word) if not head else ""
        for path in list_paths(
            item.value, expand=bool(_find_home(word)), only_folders=item.type == "dir"
        ):
            value = quote_for_bash(f"{option}{path}".removeprefix(bare), head)
            if value is not None:
                yield f"{'folder' if path.endswith('/') else 'plain'},{bare}{value}"


class Zsh(Shell):
    """Completion for zsh, which quotes what it inserts as the word is typed."""

    name: ClassVar[str] = "zsh"
    source_template: ClassVar[str] = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a values shown answer
    local kind value help
    (( $+commands[%(prog_name)s] )) || return 1
    answer=("${(@f)$(env COMP_LINE="${(F)words[1,CURRENT-1]}"$'\\n'"$IPREFIX$QIPREFIX$PREFIX" \
%(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    for kind value help in "${(@)answer}"; do
        case $kind in
            plain) values+=("$value"); shown+=("$value${help:+  -- $help}") ;;
            file|dir)
                [[ $PREFIX == -*=* ]] && compset -P '*='
                if [[ $kind == dir ]]; then _path_files -/; else _files; fi ;;
        esac
    done
    (( $#values )) && compadd -U -V unsorted -l -d shown -a -- values
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

    def format_lines(self, item: Item, _: ShellWord) -> Iterator[str]:
        """Yield the kind of an item, its value, and what it is."""
        yield from (item.type, item.value or "-", item.help or "")


class Fish(Shell):
    """Completion for fish, which quotes what it inserts as the word is typed."""

    name: ClassVar[str] = "fish"
    source_template: ClassVar[str] = """\
function %(complete_func)s
    set -l typed (commandline -cp | string collect)
    for line in (env COMP_LINE="$typed" %(complete_var)s=fish_complete %(prog_name)s 2>/dev/null)
        set -l value (string split -m 1 , -- $line)
        switch $value[1]
            case plain
                echo -- $value[2]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""

    def format_lines(self, item: Item, _: ShellWord) -> Iterator[str]:
        """Yield the kind of an item, its value, and behind a tab what it is."""
        yield f"{item.type},{item.value}" + (f"\t{item.help}" if item.help else "")


SHELLS: Mapping[str, type[Shell]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}


def print_completions(group: click.Command, variable: str, instruction: str) -> int:
    """Print the completions of a command line, and return the exit code."""
    name, _, what = instruction.partition("_")
    if name not in SHELLS or what not in ("complete", "source"):
        return 1
    shell = SHELLS[name](group, {}, "explore", variable)
    try:
        text = f"{shell.complete()}\n" if what == "complete" else shell.source()
        click.echo(text.encode(), nl=False)
    except Exception:  # noqa: BLE001 - no message while a line is typed
        return 1
    return 0


def make_script(group: click.Command, variable: str, shell: str) -> str:
    """Return the script that switches completion on in a shell."""
    return SHELLS[shell](group, {}, "explore", variable).source()


def _expand_home(word: ShellWord) -> str:
    """Return a word with the home folder in place of a bare tilde."""
    return os.path.expanduser(word.text) if _find_home(word) else word.text  # noqa: PTH111 - text


def _find_home(word: ShellWord) -> str:
    """Return the bare tilde of a word, with the name of a user; empty for none."""
    match = HOME.match(word.raw)
    return match[0] if match else ""
