"""The options of ``explore`` itself, which work before and behind the name of a command."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

import click
from click.core import ParameterSource


def copy_group_options(
    context: click.Context, own: list[click.Parameter]
) -> Iterator[click.Option]:
    """Yield the options of the group for a command of it, but for those that are its own, too.

    What they get is stored as if it stood before the command; the last one given counts.
    """
    root = context.find_root().command
    taken = {name for parameter in own for name in parameter.opts}
    if root is context.command:
        return
    for option in root.params:
        if isinstance(option, click.Option) and not taken.intersection(option.opts):
            copied = copy(option)
            copied.expose_value = False
            copied.callback = _make_callback(option)
            yield copied


def store_option(context: click.Context, name: str, value: object) -> None:
    """Store the value of an option of the group that stands behind the command."""
    root = context.find_root()
    root.params[name] = value
    root.set_parameter_source(name, ParameterSource.COMMANDLINE)


def list_given(context: click.Context) -> list[str]:
    """Return the options of the group that the command line has, before or behind the command."""
    root = context.find_root()
    return [
        option.opts[0]
        for option in root.command.params
        if option.name != "no_pager"
        and root.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    ]


def _make_callback(option: click.Option) -> Any:  # noqa: ANN401 - click's own
    """Return a callback that stores a value, once the option's own callback took it."""

    def store(context: click.Context, parameter: click.Parameter, value: Any) -> Any:  # noqa: ANN401
        name = parameter.name or ""
        value = option.callback(context, parameter, value) if option.callback else value
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            store_option(context, name, value)
        return value

    return store
