"""``explore completion``: switch the Tab key on."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import COMPLETION, Command
from explorer.cli.options import Word
from explorer.cli.printing import answer

HOW = """\
Completion of commands, options, actors' names and types with the Tab key.

bash (4.4 or newer): add to ~/.bashrc
  eval "$(explore completion bash)"
zsh: add to ~/.zshrc
  eval "$(explore completion zsh)"
fish: add to ~/.config/fish/config.fish
  explore completion fish | source

Names come from the folder you are in, or from the one that --data or --example chooses."""

EXAMPLES = (
    "explore completion",
    "explore completion bash",
)


@click.command("completion", cls=Command, examples=EXAMPLES)
@click.argument("shell", type=Word(["bash", "zsh", "fish"]), required=False, metavar="[SHELL]")
@click.pass_context
def completion_command(context: click.Context, shell: str | None) -> None:
    """Make the Tab key complete commands, actors' names and types in bash, zsh or fish.

    Without SHELL it says what to do; with one it prints the script.
    """
    if shell is None:
        answer(HOW)
        return
    from explorer.cli.completion_values import script

    answer(script(context.find_root().command, COMPLETION, shell), end=False)
