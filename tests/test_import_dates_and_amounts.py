"""Dates and amounts mean what they say: no month is invented, no thousand is lost."""

import pytest
from importing import import_text, read_rows

from graph.importing.cells.dates import read_all, read_date
from graph.importing.cells.numbers import decide_decimal, read_number


@pytest.mark.parametrize(
    "text",
    ["married 1998", "General 2015", "sentenced 2012", "Mayor 2004", "declared 1991", "Maria 1990"],
)
def test_a_word_that_begins_like_a_month_is_none(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mar 1998", "1998-03"), ("Sept. 2012", "2012-09"), ("März 2004", "2004-03"),
        ("1 августа 2022", "2022-08-01"), ("déc 2020", "2020-12"), ("12 wrz 2020", "2020-09-12"),
        ("May 2004", "2004-05"),
    ],
)  # fmt: skip
def test_a_month_is_known_by_its_name_or_the_beginning(text, date):
    reading = read_date(text)
    assert reading is not None
    assert reading.start == date


@pytest.mark.parametrize("text", ["2020.5", "1990.25", "2001.137"])
def test_a_part_of_a_year_is_no_month(text):
    assert read_date(text) == (text[:4], "", True)


def test_a_part_of_a_year_is_pointed_out(tmp_path):
    imported = import_text(tmp_path, "source,target,start\nA,B,2020.5\nB,C,1990.9\nC,D,2001\n")
    rows = read_rows(imported.files["relations.csv"])
    assert [row["start"] for row in rows] == ["2020", "1990", "2001"]
    assert any("'2020.5' can be read in two ways" in text for text in imported.report.guesses)


def test_seasons_are_seasons_throughout_a_column():
    readings = read_all(["2009/10", "2010/11", "2012/13"], None)
    assert [reading[:2] for reading in readings.values() if reading] == [
        ("2009", "2010"), ("2010", "2011"), ("2012", "2013"),
    ]  # fmt: skip
    assert read_all(["2012/05", "2011/12"], None)["2011/12"] == ("2011-12", "", False)
    assert read_all(["2009/10"], None)["2009/10"] == ("2009", "", True)


def test_one_table_has_one_order_of_day_and_month(tmp_path):
    imported = import_text(tmp_path, "source,target,start,end\nA,B,13/06/2020,07/08/2021\n")
    assert read_rows(imported.files["relations.csv"])[0]["end"] == "2021-08-07"


def test_columns_that_contradict_each_other_decide_nothing(tmp_path):
    text = "source,target,start,end\nA,B,13/06/2020,07/08/2021\nB,C,05/06/2020,07/30/2021\n"
    imported = import_text(tmp_path, text)
    rows = read_rows(imported.files["relations.csv"])
    assert [row["start"] for row in rows] == ["2020-06-13", "2020"]
    assert [row["end"] for row in rows] == ["2021", "2021-07-30"]
    assert any("speak for two orders" in text for text in imported.report.guesses)


def test_from_and_to_are_dates_where_they_hold_dates(tmp_path):
    text = "name,organisation,role,from,to\nAnna,Firm,director,2010,2012\n"
    (row,) = read_rows(import_text(tmp_path, text).files["relations.csv"])
    assert (row["start"], row["end"]) == ("2010", "2012")
    (row,) = read_rows(import_text(tmp_path, "from,to\nAnna,Bo\n").files["relations.csv"])
    assert (row["source"], row["target"]) == ("Anna", "Bo")


@pytest.mark.parametrize(
    ("text", "number"),
    [("25.000 €", "25000"), ("€25,000", "25000"), ("€ 1.234.567", "1234567"), ("€ 2.50", "2.5"),
     ("25.000", "25"), ("1.250 Mio €", "1250000"), ("USD 1.500", "1500")],
)  # fmt: skip
def test_three_digits_of_money_are_thousands(text, number):
    read = read_number(text)
    assert read is not None
    assert read.text == number


def test_money_decides_for_its_column():
    values = ["25.000 €", "€ 50.000,00", "1.500"]
    decimal = decide_decimal(values)
    assert decimal == ","
    assert [read_number(value, decimal).text for value in values] == ["25000", "50000", "1500"]
    assert read_number("25.000 €", ".", asked=True).text == "25"


def test_the_first_of_what_is_counted_are_named(tmp_path):
    text = "source,target,type\nPaul Huber,Anna,funds\nPaul Hubers,Anna,rides with\n"
    guesses = import_text(tmp_path, text).report.guesses
    assert any("nearly alike: 'Paul Huber' and 'Paul Hubers'." in text for text in guesses)
    assert any("'rides with' as rides_with" in text for text in guesses)
