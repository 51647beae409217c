"""Cells of every shape that people write: dates, numbers, levels of confidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import read_rows
from test_import_shapes import bring_in

from graph.importing.cells.dates import decide_order, read_all, read_date, read_end
from graph.importing.cells.levels import read_levels
from graph.importing.cells.numbers import decide_decimal, read_number

DATES = {
    "2022-08-08T10:00:00Z": ("2022-08-08", ""),
    "20220808": ("2022-08-08", ""),
    "8 August 2022": ("2022-08-08", ""),
    "August 8, 2022": ("2022-08-08", ""),
    "8-Aug-22": ("2022-08-08", ""),
    "5 мая 2014 г.": ("2014-05-05", ""),
    "12 sierpnia 1999 r.": ("1999-08-12", ""),
    "März 2019": ("2019-03", ""),
    "2019 March": ("2019-03", ""),
    "03/2019": ("2019-03", ""),
    "1/2/87": ("1987", ""),
    "13/2/13": ("2013-02-13", ""),
    "2/13/13": ("2013-02-13", ""),
    "7/7/2020": ("2020-07-07", ""),
    "2022/8/9": ("2022-08-09", ""),
    "2012-00-00": ("2012", ""),
    "spring 2014": ("2014", ""),
    "Q3 2014": ("2014", ""),
    "2014 Q3": ("2014", ""),
    "1850s": ("185X", ""),
    "19th century": ("18XX", ""),
    "44 BC": ("-43", ""),
}
PERIODS = {
    "856": ("856", ""),
    "c. 1450": ("1450~", ""),
    "perhaps 1450": ("1450?", ""),
    "1450?": ("1450?", ""),
    "seit 2019": ("2019", ""),
    "bis 2019": ("", "2019"),
    "2010 bis 2015": ("2010", "2015"),
    "1993-95": ("1993", "1995"),
    "1993–1995": ("1993", "1995"),
    "1998/99": ("1998", "1999"),
    "2010 -": ("2010", ""),
    "2010 - present": ("2010", ".."),
    "2010, ongoing": ("2010", ".."),
    "March 2010 to 5 May 2012": ("2010-03", "2012-05-05"),
    "<[1990.0, 1999.0]>": ("1990", "1999"),
    "<[1990.0, Infinity]>": ("1990", ""),
    "<[1262304000, 1293840000]>": ("2010-01-01", "2011-01-01"),
    "soon": None,
    "12": None,
    "<[-inf, inf]>": None,
    "x" * 90: None,
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read(text):
    reading = read_date(text)
    assert (reading.start, reading.end) == DATES[text]


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_is_read(text):
    reading = read_date(text)
    assert (reading and (reading.start, reading.end)) == PERIODS[text]


@pytest.mark.parametrize(
    ("order", "start"), [("dmy", "2022-09-08"), ("mdy", "2022-08-09"), (None, "2022")]
)
def test_the_order_is_given_or_the_year_alone_is_read(order, start):
    assert read_date("8/9/2022", order).start == start


def test_two_digits_may_be_the_year_first():
    assert read_date("22/8/9", "ymd").start == "2022-08-09"
    assert read_date("22/8/2009", "ymd").start == "2009-08-22"


def test_a_column_that_speaks_for_both_orders_decides_nothing():
    assert decide_order(["31/12/2021", "12/31/2021"]) is None
    assert decide_order(["2022/12/31", "8/9/2022"]) is None


def test_numbers_of_days_and_seconds_are_dates():
    assert read_all(["45000", ""], None)["45000"].start == "2023-03-15"
    assert read_all(["1289241911", "1289241911000"], None)["1289241911000"].start == "2010-11-08"
    assert read_all(["1289241911", "x"], None)["1289241911"] is None
    assert read_all(["99999999999999999999"], None)["99999999999999999999"] is None
    assert [read_end(text) for text in ("heute", "former", "then")] == ["..", "ended", ""]


NUMBERS = {
    "€ 320,000": ("320000", "EUR", False),
    "1.234,50 €": ("1234.5", "EUR", False),
    "$1.5m": ("1500000", "USD", False),
    "2,5 Mrd. EUR": ("2500000000", "EUR", False),
    "1 234,5": ("1234.5", "", False),
    "1'234'567": ("1234567", "", False),
    "85 %": ("85", "", True),
    "−5": ("-5", "", False),
    "US$ -5": ("-5", "USD", False),
    "about 7": ("7", "", False),
    "1e3": ("1000", "", False),
    ".5": ("0.5", "", False),
    "500,-": ("500", "", False),
    "12 тыс. руб.": ("12000", "РУБ", False),
    "x": None,
    "1" * 80: None,
    "1e999999999999999999999": None,
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_read(text):
    number = read_number(text)
    assert (tuple(number) if number else None) == NUMBERS[text]


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [(["1,5"], ","), (["1.5"], "."), (["1,234,567"], "."), (["1.234.567"], ","), (["1,234"], ""),
     (["1,234", "0,5"], ","), (["1,5", "1.5"], "mixed"), (["12"], ""), (["y" * 99], "")],
)  # fmt: skip
def test_a_column_decides_on_its_decimal_sign(cells, decimal):
    assert decide_decimal(cells) == decimal


def test_levels_are_words_shares_percentages_or_grades():
    levels = read_levels(["High", "b2", "85%", "0,8", "150%", "unlikely", "?"])
    assert [*levels.values()] == ["high", "B2", "0.85", "0.8", None, "0.3", None]
    assert read_levels(["85", "40"]) == {"85": "0.85", "40": "0.4"}
    assert read_levels(["2", "200"]) == {"2": "0.02", "200": None}


def rows_of(tmp_path, text, **options):
    made = bring_in(tmp_path, {"t.csv": text}, **options)[2]
    return read_rows(made.files["relations.csv"]), made


def test_amounts_in_two_currencies_and_below_nothing(tmp_path):
    text = (
        "from,to,type,amount\na,b,paid,€ 5\na,c,paid,$7\na,d,paid,-3\na,e,paid,much\na,f,paid,-\n"
    )
    rows, made = rows_of(tmp_path, text)
    assert [row["weight"] for row in rows] == ["5", "7", "", "", ""]
    assert [row["currency"] for row in rows] == ["EUR", "USD", "", "", ""]
    assert [row["weight as written"].lstrip("'") for row in rows] == ["", "", "-3", "much", ""]
    assert "1 number below 0" in made.files["import.md"]


def test_a_confidence_that_is_none_stands_beside(tmp_path):
    text = "from,to,type,confidence\na,b,knows,high\na,c,knows,low\na,d,knows,my aunt\n"
    rows, made = rows_of(tmp_path, text)
    assert [row["confidence"] for row in rows] == ["high", "low", ""]
    assert rows[2]["confidence as written"] == "my aunt"
    assert "not read, kept in 'confidence as written'" in made.files["import.md"]


def test_dates_that_are_none_stand_beside(tmp_path):
    text = (
        "from,to,type,start,end\na,b,knows,2001,2002\na,c,knows,once,2003\na,d,knows,2004,ended\n"
    )
    rows, made = rows_of(tmp_path, text)
    assert [(row["start"], row["end"]) for row in rows] == [
        ("2001", "2002"), ("", "2003"), ("2004", "ended"),
    ]  # fmt: skip
    assert rows[1]["dates as written"] == "once"
    assert "not read as dates" in made.files["import.md"]


def test_an_end_before_the_start_is_moved_beside(tmp_path):
    rows, made = rows_of(tmp_path, "from,to,start,end\na,b,2005,2001\nb,c,2001,2005\nc,d,9,x\n")
    assert [(row["start"], row["end"]) for row in rows[:2]] == [("2005", ""), ("2001", "2005")]
    assert rows[0]["end as written"] == "2001"
    assert "as are others like it" in " ".join(made.report.guesses)


def test_one_column_of_periods_is_start_and_end(tmp_path):
    rows, _ = rows_of(tmp_path, "from,to,period\na,b,2001-2005\nb,c,since 2003\nc,d,until 2004\n")
    assert [(row["start"], row["end"]) for row in rows] == [
        ("2001", "2005"), ("2003", ""), ("", "2004"),
    ]  # fmt: skip


def test_references_aliases_basis_and_privacy_are_read(tmp_path):
    text = (
        "from,to,type,url,knowledge type,private\n"
        '"a","b",knows,"https://a.org https://b.org",implicit,Yes\n'
        '"a","c",knows,n/a,explicit,no\n'
    )
    rows, _ = rows_of(tmp_path, text)
    assert [(row["reference"], row["basis"]) for row in rows] == [
        ("https://a.org|https://b.org", "inferred"), ("", "stated"),
    ]  # fmt: skip
    assert [row["private"] for row in rows] == ["yes", "no"]
    names = "Name,AKA\nAnna Lee,unknown\nBo Fox,B; Bobby\n"
    files = {"people.csv": names, "t.csv": "from,to\nBobby,Anna Lee\n"}
    made = bring_in(tmp_path, files)[2]
    assert [row["aliases"] for row in read_rows(made.files["actors.csv"])] == ["", "B|Bobby"]


@given(
    sign=st.sampled_from(["", "-"]),
    whole=st.text("0123456789", min_size=1, max_size=20),
    mark=st.sampled_from(["", ".", ","]),
    part=st.text("0123456789", min_size=1, max_size=20),
    decimal=st.sampled_from(["", ",", ".", "mixed"]),
)
def test_a_plain_number_is_read_as_any_other(sign, whole, mark, part, decimal):
    text = f"{sign}{whole}{mark}{part if mark else ''}"
    spaced = f" {text}"  # which is not plain, and is read with its space left out
    assert read_number(text, decimal) == read_number(spaced, decimal)
    assert decide_decimal([text]) == decide_decimal([f"{text} %"])


@given(
    sign=st.sampled_from(["", "-"]),
    groups=st.lists(st.integers(0, 999), min_size=2, max_size=6),
    marks=st.sampled_from([".,", ",.", "..", ",,"]),
    part=st.text("0123456789", min_size=0, max_size=12),
    decimal=st.sampled_from(["", ",", ".", "mixed"]),
)
def test_a_grouped_number_is_read_as_any_other(sign, groups, marks, part, decimal):
    first, *rest = groups
    text = f"{sign}{first}{''.join(f'{marks[0]}{group:03d}' for group in rest)}{marks[1]}{part}"
    assert read_number(text, decimal) == read_number(f" {text}", decimal)
    assert decide_decimal([text]) == decide_decimal([f"{text} %"])
