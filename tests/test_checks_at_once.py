"""What is told of many values at once is what is told of each."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from graph.data.dictionary_column import DictionaryColumn
from graph.data.matching_rows import find_rows_before
from graph.data.table import Table
from graph.rules import cells, ids
from graph.text import invisible
from graph.text.invisible import to_visual_form

NUMBERS = st.text("0123456789.-e ", max_size=5) | st.sampled_from(["", "1e200", "9" * 400, "nan"])
TEXTS = st.text(
    st.sampled_from("aAzZÅ\u0130i\u030a\u200b\u200d\u2800\u3164\t \u05d0\ud800"), max_size=4
)


def table(**columns):
    [texts] = columns.values()
    return Table("actors.csv", columns, range(len(texts)))


@given(st.lists(NUMBERS))
def test_weights_that_are_well_together_are_well_each(column):
    if cells.are_weights(column):
        assert not any(cell and cells.check_weight(cell) for cell in column)


@given(st.lists(st.integers(1, 999).map(lambda number: str(number / 10)), min_size=1))
def test_plain_weights_are_well_at_once(column):
    assert cells.are_weights([*column, ""])


@given(st.lists(TEXTS, unique=True))
def test_every_id_that_looks_like_one_before_is_told(column):
    told = [problem.value for problem in ids.check_similar(table(id=column), "id")]
    looks = [to_visual_form(cell) for cell in column]
    assert told == [cell for row, cell in enumerate(column) if cell and looks[row] in looks[:row]]


@given(st.lists(TEXTS))
def test_every_text_with_something_unseen_is_told(column):
    told = [problem.value for problem in invisible.check_cells(table(name=column))]
    assert told == [text for text in column if invisible.find_invisible(text, invisible.JOINERS)]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_long_columns_are_compared_as_short_ones(pairs):
    one, other = ([pair[place] for pair in pairs] for place in (0, 1))
    coded = (
        DictionaryColumn(
            list("cab"), memoryview(array("i", ["cab".index(value) for value in column]))
        )
        for column in (one, other)
    )
    expected = [row for row, (here, there) in enumerate(pairs) if here < there]
    assert list(find_rows_before(one, other, str, str)) == expected
    assert list(find_rows_before(*coded, str, str)) == expected
