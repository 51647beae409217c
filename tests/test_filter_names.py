"""A filter has one name: in Python, as an option, in a page link and in the docs."""

import inspect
import re
from pathlib import Path

import click
import pytest

import graph
from explorer.cli import explore
from explorer.cli.filter_options import Filters
from graph.saved.link_fields import FIELDS

DOCS = Path(__file__).parent.parent / "docs"

# Each filter, and the filter of which it is a parameter; None for a method of Network. The two ends
# of a span are the parameters `start` and `end`: `from` is a word of Python's.
FILTERS = {
    "only": None,
    "avoid": None,
    "only_actor": None,
    "avoid_actor": None,
    "kind": None,
    "avoid_kind": None,
    "at": None,
    "from": "between",
    "to": "between",
    "certain": "at",
    "min_confidence": None,
    "unrated": "min_confidence",
    "according_to": None,
    "basis": None,
    "avoid_basis": None,
    "without_source": None,
}
# A page has a switch for each type, kind and actor that is left out, and no filter that selects.
IN_PAGE_LINKS = set(FILTERS) - {"only", "only_actor", "kind"}
FORMER_NAMES = {
    "actors_only", "confidence", "confident", "hide", "hidekinds", "kinds", "undated", "without",
    "wrong",
}  # fmt: skip
COMMANDS = ("path", "between", "cut", "ego", "find", "show", "centrality", "communities", "camps",
            "balance", "brokers", "structure", "whatif", "timeline", "sources", "compare",
            "html", "picture", "brief", "save", "extract", "export")  # fmt: skip


@pytest.mark.parametrize(("name", "owner"), FILTERS.items())
def test_a_filter_is_a_method_of_a_network_or_a_parameter_of_one(name, owner):
    method = getattr(graph.Network, owner or name)
    name = {"from": "start", "to": "end"}.get(name, name)
    assert owner is None or name in inspect.signature(method).parameters
    assert "->" in str(inspect.signature(method))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_filters_as_options(command):
    context = click.Context(explore)
    options = [option for each in explore.get_command(context, command).params
               for option in each.opts]  # fmt: skip
    assert {f"--{name.replace('_', '-')}" for name in FILTERS} <= set(options)
    assert {name.removesuffix("_date") for name in Filters._fields} == set(FILTERS)


def test_a_page_link_has_the_filters_that_a_page_has():
    assert set(FIELDS) >= IN_PAGE_LINKS
    assert not FORMER_NAMES & set(FIELDS)


def test_the_style_guide_lists_them_and_the_docs_of_the_commands_have_them():
    style = (DOCS / "style.md").read_text(encoding="utf-8")
    sentence = style.partition("A filter has one name everywhere: ")[2].partition(". ")[0]
    assert re.findall(r"`(\w+)`", sentence) == list(FILTERS)
    commands = (DOCS / "commands.md").read_text(encoding="utf-8")
    api = (DOCS / "api.md").read_text(encoding="utf-8")
    for name, owner in FILTERS.items():
        assert f"--{name.replace('_', '-')} " in commands
        assert owner or f".{name}(" in api


def test_former_names_are_gone():
    assert not [name for name in FORMER_NAMES if callable(getattr(graph.Network, name, None))]
    assert not FORMER_NAMES & set(Filters._fields)
