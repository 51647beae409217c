"""What dates, weights and confidences may be, and what is said of any other."""

import pytest
from tiny_network import folder, problems

import graph

ACTORS = "id,name,kind,aliases,start,end\nluk,Alexander Lukashenko,person,{}\nb,Bob,person,,,\n"
RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"
WORDS = " What lasts ends with .., what is over with ended."
BLANK = "a date that is not known stays blank. Empty the cell."
ORDER = "the year comes first, then month and day, with hyphens"
DATE = "Write a year (2022), a month (2022-08) or a day (2022-08-08)."


def relation(tmp_path, cells):
    return problems(tmp_path, relations=RELATIONS.format(cells))


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("spring 2022", f"is not a date. {DATE}"),
        ("22", "is not a date: a year has three digits or more. Write 0022, or the whole year."),
        ("n/a", f"is not a date: {BLANK}"),
        ("?", f"is not a date: {BLANK}"),
        ("unknown place", f"is not a date. {DATE}"),
        ("2022-02-30", "is not a date: there is no such day. 2022-02 ends with day 28."),
        ("2023-04-31", "is not a date: there is no such day. 2023-04 ends with day 30."),
        ("2022-02-00", "is not a date: there is no such day. Days begin with 01."),
        ("2022-13", "is not a date: there is no month 13. Months are 01 to 12."),
        ("2022-00-01", "is not a date: there is no month 00. Months are 01 to 12."),
        ("-0000", f"is not a date. {DATE}"),
        ("44 BC", "is not a date: years before 1 are negative, and 1 BC is 0. Write -43."),
        ("1 BC", "is not a date: years before 1 are negative, and 1 BC is 0. Write 0000."),
        ("AD 43", "is not a date: a year has three digits or more, and no letters. Write 0043."),
        ("1850s", "is not a date: a decade has an X for its last digit. Write 185X."),
        ("19th century", "is not a date: a century has XX at its end. Write 18XX."),
        ("18xx", "is not a date: a century has XX at its end. Write 18XX."),
        ("c. 1450", "is not a date: ~ behind a date means about. Write 1450~."),
        ("?1450", "is not a date: ? behind a date means perhaps. Write 1450?."),
        ("1990-1995", "is not a date: it is a period. Write its two dates under start and end."),
        ("2022-8", "is not a date: month and day have two digits. Write 2022-08."),
        ("2022-8-8", "is not a date: month and day have two digits. Write 2022-08-08."),
        ("2022-2-30", f"is not a date: month and day have two digits. {DATE}"),
        ("2022-08-08 10:30", "is not a date: it has a time of day. Write 2022-08-08."),
        ("２０２２", "is not a date: only the digits 0 to 9 are read. Write 2022."),
        ("٢٠٢٢-٠٨", "is not a date: only the digits 0 to 9 are read. Write 2022-08."),
        ("08/08/2022", "is not a date: the year comes first. Write 2022-08-08."),
        ("8.8.2022", "is not a date: the year comes first. Write 2022-08-08."),
        ("2022/08/08", f"is not a date: {ORDER}. {DATE}"),
        ("20220808", f"is not a date: {ORDER}. {DATE}"),
    ],
)
def test_a_date_that_is_none(tmp_path, date, told):
    assert relation(tmp_path, f"funds,{date},,,,,") == [f"relations.csv:2: start: {date!r} {told}"]
    more = WORDS if told == f"is not a date. {DATE}" else ""
    assert problems(
        tmp_path, actors=ACTORS.format(f",,{date}"), relations="source,target,type\n"
    ) == [f"actors.csv:2: end: {date!r} {told}{more}"]


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("present", "Write .. for what was still so when the source was written."),
        ("Ongoing", "Write .. for what was still so when the source was written."),
        ("former", "Write ended for what is over on a date that is not known."),
        ("Ended", "Write ended for what is over on a date that is not known."),
        ("eneded", "Did you mean 'ended'?"),
        (
            "last summer",
            "Write a year (2022), a month (2022-08) or a day (2022-08-08)." + WORDS,
        ),
    ],
)
def test_an_end_in_words(tmp_path, end, told):
    assert relation(tmp_path, f"funds,,{end},,,,") == [
        f"relations.csv:2: end: {end!r} is not a date. {told}"
    ]


@pytest.mark.parametrize("end", ["..", "ended", "856", "-43", "1450~", "1450?", "185X", "18XX"])
def test_an_end(tmp_path, end):
    assert relation(tmp_path, f"funds,-100,{end},,,,") == []
    assert (
        problems(tmp_path, actors=ACTORS.format(f",-0100,{end}"), relations="source,target,type\n")
        == []
    )


@pytest.mark.parametrize("start", ["..", "ended"])
def test_a_start_is_a_date(tmp_path, start):
    told = f"{start!r} is not a date: only an end can be that. Empty the cell."
    assert relation(tmp_path, f"funds,{start},,,,,") == [f"relations.csv:2: start: {told}"]


def test_a_doubtful_interval_ends_before_it_starts_beyond_doubt(tmp_path):
    assert relation(tmp_path, "funds,1451~,1450,,,,") == []
    assert len(relation(tmp_path, "funds,1452~,1450,,,,")) == 1


def test_a_date_that_is_none_lies_before_nothing(tmp_path):
    assert len(relation(tmp_path, "funds,2022,1/1/2021,,,,")) == 1
    assert len(relation(tmp_path, "funds,soon,2021,,,,")) == 1


def test_an_interval_that_ends_before_it_starts(tmp_path):
    assert relation(tmp_path, "funds,2022-08,2022-07-31,,,,") == [
        (
            "relations.csv:2: end: '2022-07-31' is before the start, '2022-08'."
            " Swap or correct the two."
        )
    ]
    assert relation(tmp_path, "funds,2022-08,2022,,,,") == []


LIKE = "Write it like 1.5."
RANGE = "Give 1e-100 to 1e100."


@pytest.mark.parametrize(
    ("weight", "complaint"),
    [
        ("heavy", f"is not a number. {LIKE}"),
        ("0x1", f"is not a number. {LIKE}"),
        ("3 to 5", f"is not a number. {LIKE}"),
        ("1,5e", f"is not a number. {LIKE}"),
        ("1,500", "is not a number: it has a comma. Write 1500 or 1.500."),
        ("1,234,567", f"is not a number: thousands are written without separators. {LIKE}"),
        ("1_0", "is not a number: it has an underscore. Write 10."),
        ("٣", "is not a number: only the digits 0 to 9 are read. Write 3."),
        ("１.５", "is not a number: only the digits 0 to 9 are read. Write 1.5."),
        ("nan", f"is not a number: it is not finite. {LIKE}"),
        ("-Inf", f"is not a number: it is not finite. {LIKE}"),
        ("5 km", "is not a number: it has a unit. Write 5."),
        ("$5", "is not a number: it has a unit. Write 5."),
        (
            "50%",
            (
                "is not a number: it is a percentage."
                " Write 50, or the share of 1, the same in every row."
            ),
        ),
        ("-1", "is below 0. A weight is a strength."),
        ("1e400", f"is not finite. {RANGE}"),
        ("-1e400", f"is not finite. {RANGE}"),
        ("1e-310", f"is too large or too small. {RANGE}"),
        ("1e308", f"is too large or too small. {RANGE}"),
    ],
)
def test_a_weight_that_is_none(tmp_path, weight, complaint):
    assert relation(tmp_path, f'funds,,,"{weight}",,,') == [
        f"relations.csv:2: weight: {weight!r} {complaint}"
    ]


@pytest.mark.parametrize(("weight", "number"), [("", 1), ("2", 2), (".5", 0.5), ("+1.5e1", 15)])
def test_a_weight(tmp_path, weight, number):
    net = graph.load(folder(tmp_path, relations=RELATIONS.format(f"funds,,,{weight},,,")))
    assert net.relation_rows[0].weight == number


SHARE = "Write 0 to 1, a percentage, high, medium or low, or a grade such as B2."


@pytest.mark.parametrize(
    ("confidence", "complaint"),
    [
        ("likely", f". {SHARE}"),
        ("B", f". {SHARE}"),
        ("0,5%", f". {SHARE}"),
        ("1.5", f": it is above 1. {SHARE}"),
        ("1e400", f": it is above 1. {SHARE}"),
        ("80", ": it is above 1. Did you mean 0.8?"),
        ("-0.1", f": it is below 0. {SHARE}"),
        ("150%", f": it is above 100%. {SHARE}"),
        ("0,8.1", f". {SHARE}"),
        ("G7", f": a grade is a letter from A to F and a digit from 1 to 6. {SHARE}"),
        ("A0", f": a grade is a letter from A to F and a digit from 1 to 6. {SHARE}"),
    ],
)
def test_a_confidence_that_is_none(tmp_path, confidence, complaint):
    assert relation(tmp_path, f'funds,,,,"{confidence}",,') == [
        f"relations.csv:2: confidence: {confidence!r} is not a confidence{complaint}"
    ]


@pytest.mark.parametrize(
    ("cell", "confidence", "grade"),
    [("", None, ""), ("0", 0, ""), ("1", 1, ""), ("0.4", 0.4, ""), ("b2", 0.8, "B2"),
     ("A1", 1, "A1"), ("E1", 0.2, "E1"), ("F3", 0.6, "F3"), ("D6", 0.4, "D6"), ("F6", None, "F6")],
)  # fmt: skip
def test_a_confidence(tmp_path, cell, confidence, grade):
    net = graph.load(folder(tmp_path, relations=RELATIONS.format(f"funds,,,,{cell},,")))
    assert (net.relation_rows[0].confidence, net.relation_rows[0].grade) == (confidence, grade)


@pytest.mark.parametrize(
    ("cell", "reference", "told"),
    [("A1", "Letter one", True), ("F1", "", True), ("A2", "Letter one", False),
     ("1", "Letter one", False), ("A1", "Letter one|Letter two", False)],
)  # fmt: skip
def test_a_grade_that_says_confirmed_by_one_voice(tmp_path, cell, reference, told):
    row = f"a,b,funds,{cell},{reference}\n"
    relations = f"source,target,type,confidence,reference\n{row}a,b,ally,{cell},{reference}\n"
    line = (
        f"relations.csv:2: confidence: '{cell}' means confirmed by independent sources, but the "
        "row has fewer than two independent voices. 1 other row has the same problem. Cite "
        "another voice, or write 2 (probably true) or a number."
    )
    assert problems(tmp_path, relations=relations) == [line] * told


def test_a_stance(tmp_path):
    assert relation(tmp_path, "funds,,,,,asserts,") == []
    assert relation(tmp_path, "funds,,,,,disputes,") == []
    assert relation(tmp_path, "funds,,,,,Disputes,") == [
        "relations.csv:2: stance: 'Disputes' is not allowed here. Write asserts or disputes."
    ]
