"""``explore completion``: completion with the Tab key."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import COMPLETION, Command
from explorer.cli.parameters import Choice
from explorer.cli.printing import print_answer

INSTRUCTIONS = """\
Completes commands, options, names of actors and types with the Tab key.

bash (4.4 or newer): add to ~/.bashrc
  eval "$(explore completion bash)"
zsh: add to ~/.zshrc
  eval "$(explore completion zsh)"
fish: add to ~/.config/fish/config.fish
  explore completion fish | source

Names come from the current folder, or from the data of --data or --example."""

EXAMPLES = (
    "explore completion",
    "explore completion bash",
)


@click.command("completion", cls=Command, examples=EXAMPLES, reads_data=False)
@click.argument(
    "shell", type=Choice("a shell", ["bash", "zsh", "fish"]), required=False, metavar="[SHELL]"
)
@click.pass_context
def completion_command(context: click.Context, shell: str | None) -> None:
    """Set up the Tab key to complete commands, names and types in bash, zsh or fish.

    Without SHELL it prints instructions; with SHELL it prints the script.
    """
    if shell is None:
        print_answer(INSTRUCTIONS)
        return
    from explorer.cli.completion_shells import make_script

    print_answer(make_script(context.find_root().command, COMPLETION, shell), end=False)
