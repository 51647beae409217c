"""Tables for a terminal, made in this process: what rich draws on a narrow and on a wide one."""

import io

import pytest
from rich.console import Console

import graph
from explorer.report import centrality, communities

NET = graph.load_example()


def drawn(table, width):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(table)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_measures_are_spread_over_tables_that_fit(width):
    answer = NET.centrality("degree", "in_degree", "out_degree", "pagerank", "closeness").top(3)
    text = drawn(centrality.to_rich_table(answer, actors=85, width=width), width)
    assert all(measure in text for measure in answer.measures)
    assert text.count("Belarus") >= -(-len(answer.measures) * centrality.MEASURE_ROOM // width)
    assert max(map(len, text.splitlines())) <= width


def test_bars_are_drawn_where_there_is_room():
    answer = NET.centrality("degree").top(3)
    wide = drawn(centrality.to_rich_table(answer, actors=85, width=120), 120)
    narrow = drawn(centrality.to_rich_table(answer, actors=85, width=40), 40)
    assert "█" in wide
    assert "█" not in narrow


def test_communities_fit_their_terminal():
    shown = communities.ShownCommunities(NET.communities(), 2)
    text = drawn(communities.to_rich_table(shown), 80)
    assert "2 of 7 communities. --top 7 shows all." in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_where_there_are_no_communities_one_sentence_says_so():
    shown = communities.ShownCommunities(NET.only_actor("Minsk").communities())
    assert drawn(communities.to_rich_table(shown), 80).strip() == shown.caption
