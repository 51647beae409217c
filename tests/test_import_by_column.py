"""Columns of an import: quick ways say the same as the plain ones, row by row."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.importing.by_column import (
    count_values,
    encode_column,
    exchange_rows,
    find_combinations,
    make_column,
    map_column,
    sample_counts,
)
from graph.importing.cells.columns import are_addresses, split_references
from graph.importing.draft import Draft
from graph.importing.finished import finish_draft
from graph.importing.options import ImportOptions
from graph.importing.written import format_cell, format_rows

CELLS = st.lists(
    st.one_of(
        st.sampled_from(["", "a", "b", "=1", "-5", " =x", "a;=1", "a,b", 'a"b', "a\nb", "é", "1"]),
        st.text(max_size=4),
    ),
    min_size=1,
    max_size=12,
)


@given(CELLS)
def test_cells_are_written_as_each_alone(cells):
    lines = "".join(f"{format_cell(cell)}\n" for cell in cells)
    assert format_rows({"a": cells}) == f"a\n{lines}"


@given(st.lists(st.sampled_from(["https://a.org/1", "http://b.org", "", "a,b", "https://a b"])))
def test_addresses_stay_as_they_are(cells):
    if are_addresses(cells):
        assert [split_references(cell) for cell in cells] == cells


@given(CELLS)
def test_a_mapped_column_has_each_value_once(cells):
    mapped = map_column(cells, str.strip)
    assert list(mapped) == [cell.strip() for cell in cells]
    assert len(set(mapped.values)) == len(mapped.values)
    assert dict(sample_counts(mapped)) == dict(count_values(mapped))
    assert dict(sample_counts(cells)) == dict(count_values(cells))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.booleans())))
def test_ends_are_exchanged_row_by_row(rows):
    one, two = [row[0] for row in rows], [row[1] for row in rows]
    turned = exchange_rows(one, two, np.array([row[2] for row in rows], bool))
    expected = [(b, a) if is_turned else (a, b) for a, b, is_turned in rows]
    assert list(zip(*turned, strict=True)) == expected


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1))
def test_combinations_are_the_same_looked_up_or_sorted(rows):
    columns = [encode_column([row[side] for row in rows]) for side in (0, 1)]
    first, codes = find_combinations(columns)
    assert [rows[first[code]] for code in codes] == rows
    assert sorted({rows.index(row) for row in rows}) == sorted(first)


def test_many_combinations_are_sorted(monkeypatch):
    columns = [encode_column(["b", "a", "b", "b"]), encode_column(["1", "1", "1", "2"])]
    quick = find_combinations(columns)
    monkeypatch.setattr("graph.importing.by_column.FEW_CODES", 0)
    monkeypatch.setattr("graph.importing.by_column.MOST_CODES", 1)
    slow = find_combinations(columns)
    assert (quick[0], quick[1].tolist()) == (slow[0], slow[1].tolist())


def test_equal_values_become_one():
    assert make_column(["a", "b", "a"], np.array([2, 1, 0])).values == ["a", "b"]


TIES = st.tuples(
    st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from(["ally", "funds"]),
    st.sampled_from(["", "1"]),
)  # fmt: skip


@given(st.lists(TIES, min_size=1))
def test_a_mutual_relation_the_other_way_round_is_one(ties):
    names = ("source", "target", "type", "note")
    rows = dict(zip(names, map(list, zip(*ties, strict=True)), strict=True))
    finished = finish_draft(Draft(relations=rows), ImportOptions())
    blank = [""] * len(finished.tables["relations"]["source"])
    found = [*zip(*(finished.tables["relations"].get(n, blank) for n in names), strict=True)]
    order = {name: n for n, name in enumerate(dict.fromkeys([*rows["source"], *rows["target"]]))}
    due = [
        tie
        for tie in ties
        if not (
            tie[2] == "ally"
            and order[tie[0]] > order[tie[1]]
            and (tie[1], tie[0], *tie[2:]) in ties
        )
    ]
    assert found == due
    assert finished.mirrored == len(ties) - len(due)
