"""Plain text is parsed at once: the same rows as row by row."""

from hypothesis import given
from hypothesis import strategies as st

from graph.data.limits import Limits
from graph.formats import csv_rows
from graph.formats.csv_rows import CsvText, parse_rows

TEXTS = st.text("ab, ;\t\n\u00a0\u2028'", min_size=1, max_size=40)


def row_by_row(text, delimiter):
    plain, csv_rows.parse_plain = csv_rows.parse_plain, lambda *_: None
    try:
        return parse_rows(text, delimiter)
    finally:
        csv_rows.parse_plain = plain


@given(TEXTS, st.sampled_from(",;\t"))
def test_a_plain_text_has_the_same_rows_as_row_by_row(text, delimiter):
    file = CsvText("relations.csv", text, Limits())
    assert parse_rows(file, delimiter) == row_by_row(file, delimiter)


def test_a_plain_text_is_parsed_at_once():
    file = CsvText("relations.csv", "source,target\na,b\nc,d\n", Limits())
    parsed = csv_rows.parse_plain(file, ",")
    assert parsed == row_by_row(file, ",")
    assert parsed.rows[1:] == [["a", "b"], ["c", "d"]]
