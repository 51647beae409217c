"""Small networks from the whole data contract, as files, for tests with hypothesis.

What the contract refuses is left out of the values by its own checks, so that they grow with it.
"""

import csv
import io
import json

from hypothesis import strategies as st

from graph.data.vocabulary import KINDS, TYPES
from graph.rules import cells

WORDS = [
    "Minsk", "Ada Ek", "ada ek", "Лукашенко", "王薇", "王伟", "محمد بن سلمان", "בנימין", "김정은",
    "नरेन्द्र मोदी",
    "Łukasz Żal", "O'Brien", "a,b;c", 'the "Club"', "`rm -rf`", "$(x)", "<b>bold</b>", "-5",
    "--help",
    "=1+1", "'=1+1", "@home", "11 2", "Brigade 3/4", "👩‍👩‍👧", "e\u0301", "é", "Ǆ", "ß",
    "SS", "İstanbul",
    "ﬁ", "x" * 300, "a|b", "#path=a,b", "a&b", "null", "NaN", "None", "0", "_", "*", "..", "/etc",
    "CON", "%s%n", "{x}", "\\n", "[a](b)", "Ⅻ", "²", "٣", "ａ", "a\u200db", "\U0001d400", "%2C",
]  # fmt: skip
NUMBERS = [
    "", "1", "2", "0.5", "0", "1e-100", "1e100", "9007199254740993", "1e16", "3", "0.1", "1e-17",
    "12345678.9", ".5", "5.", "+1", "4503599627370496", "1e50", "1e-50", "100%", "0,5",
]  # fmt: skip
DATES = [
    "", "2022", "2022-08", "2022-08-08", "0001", "9999-12-31", "2020-02-29", "0856", "1450~",
    "1450?",
    "185X", "-43", "-0043", "..", "ended", "856", "2022-12", "1900-01-01", "2021", "2023-01-15",
]  # fmt: skip
CONFIDENCES = [
    "",
    "0",
    "1",
    "0.5",
    "B2",
    "F6",
    "A1",
    "E5",
    "1e-300",
    "80%",
    "high",
    "low",
    "0.999999",
]
STANCES = ["", "asserts", "disputes"]
REFERENCES = [
    "", "paper", "paper|letter", "letter|https://example.org/a?b=c&d", "A memo, 3 May", "https://",
    "x|x",
    "javascript:alert(1)", "http://[::1]/", "https://example.org/\u202e", "|", "https://münchen.de/ü",
]  # fmt: skip
STORIES = [
    "", "# Title\n\nWords.\n\n## One\n\n#at=2022\n", "## Only\n\nText *and* `code` <b>.\n",
    "## One\n\n#path=n0,n1\n\n## Two\n\n#actor=n0&at=2021\n", "no steps",
    "## a\n\n> q\n\n1. x\n   - y\n",
]  # fmt: skip
OWN = [
    "amount",
    "Übername",
    "a b",
    "=x",
    "<i>",
    "sign",
    "grade",
    "label",
    "degree",
    "x\ny",
    "neighbour",
]


def allowed(values, check):
    """Return the values that are blank or pass a check of cells."""
    return [value for value in values if not value or check(value) is None]


texts = st.sampled_from(WORDS) | st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8
)
dates = st.sampled_from(allowed(DATES, cells.check_date))
kinds = st.sampled_from([*KINDS, "company", "Кампанія", "a b"])
private = st.sampled_from(["", "", "", "no", "yes"])


def blank_or(values):
    return st.just("") | values


@st.composite
def spans(draw):
    """Return a start and an end, in order where both are years."""
    start, end = draw(dates), draw(dates)
    if start[:4].isdigit() and end[:4].isdigit() and start > end:
        start, end = end, start
    if start[:4] == end[:4]:
        end = ""
    return start, end


@st.composite
def generous_networks(draw):
    """Return files that leave out and rename what a network may do without."""
    files = dict(draw(networks()))
    header, line, rows = files["relations.csv"].partition("\n")
    if draw(st.booleans()):
        others = {"source": "From", "target": "TO", "type": "Relationship", "start": "startDate"}
        header = ",".join(others.get(name, name) for name in header.split(","))
    width = header.count(",")
    for end in draw(st.lists(st.sampled_from(["new", "n9", "unknown", "-", "Zed Ek"]), max_size=3)):
        kind = draw(st.sampled_from(["ally", "Ally", "cites", "a b", "member of"]))
        rows += f"{end},n0,{kind}{',' * (width - 2)}\n"
    files["relations.csv"] = header + line + rows
    if draw(st.booleans()):
        files.pop("types.csv", None)
    if draw(st.booleans()):
        del files["actors.csv"]
    return files


@st.composite
def networks(draw):
    """Return the files of a small network by name."""
    size = draw(st.integers(0, 7))
    ids = [f"n{number}" for number in range(size)]
    names = draw(st.lists(texts.filter(str.strip), min_size=size, max_size=size))
    types = draw(st.lists(texts.filter(str.strip), max_size=2, unique=True))
    own = draw(st.lists(st.sampled_from(OWN), max_size=2, unique=True))
    actors = [draw(actor_rows(*pair, own)) for pair in zip(ids, names, strict=True)]
    count = draw(st.integers(0, 12)) if ids else 0
    relations = [draw(relation_rows(ids, [*TYPES, *types], own)) for _ in range(count)]
    sources = [
        {"id": one, "title": draw(blank_or(texts)), "author": draw(blank_or(texts)),
         "url": draw(st.sampled_from(REFERENCES)), "private": draw(private)}
        for one in draw(st.sets(st.sampled_from(["paper", "letter", "memo"])))
    ]  # fmt: skip
    files = {
        "actors.csv": write(["id", "name", "kind"], actors),
        "relations.csv": write(["source", "target", "type"], relations),
    }
    if sources:
        files["sources.csv"] = write(["id"], sorted(sources, key=lambda row: row["id"]))
    if types:
        files["types.csv"] = write(["type"], [draw(type_rows(name)) for name in types])
    files["story.md"] = draw(st.sampled_from(STORIES))
    if draw(st.booleans()):
        files["layout.json"] = draw(layouts(ids))
    return {name: text for name, text in files.items() if text}


@st.composite
def actor_rows(draw, one, name, own):
    start, end = draw(spans())
    return {
        "id": one, "name": name, "kind": draw(kinds), "aliases": draw(blank_or(texts)),
        "start": start, "end": end, "description": draw(blank_or(texts)), "private": draw(private),
        "reference": draw(st.sampled_from(REFERENCES)), **{column: draw(texts) for column in own},
    }  # fmt: skip


@st.composite
def relation_rows(draw, ids, types, own):
    start, end = draw(spans())
    return {
        "source": draw(st.sampled_from(ids)), "target": draw(st.sampled_from(ids)),
        "type": draw(st.sampled_from(types)), "start": start, "end": end,
        "weight": draw(st.sampled_from(allowed(NUMBERS, cells.check_weight))),
        "confidence": draw(st.sampled_from(allowed(CONFIDENCES, cells.check_confidence))),
        "stance": draw(st.sampled_from(STANCES)), "reference": draw(st.sampled_from(REFERENCES)),
        "note": draw(blank_or(texts)), "private": draw(private),
        **{column: draw(texts) for column in own},
    }  # fmt: skip


@st.composite
def type_rows(draw, name):
    answers = st.sampled_from(["yes", "no"])
    return {
        "type": name, "sign": draw(st.sampled_from("+-0")), "mutual": draw(answers),
        "influence": draw(answers), "label": draw(texts) or "x", "inverse": draw(texts) or "y",
    }  # fmt: skip


@st.composite
def layouts(draw, ids):
    places = st.floats(-1e6, 1e6)
    positions = {one: [draw(places), draw(places)] for one in ids if draw(st.booleans())}
    notes = {one: draw(texts) for one in ids[:1]}
    return json.dumps({"version": 1, "positions": positions, "notes": {"actors": notes}})


def write(required, rows):
    """Return rows as CSV; a column that is blank in all rows may as well be missing."""
    names = dict.fromkeys(name for row in rows for name in row if row[name] or name in required)
    buffer = io.StringIO()
    writer = csv.DictWriter(
        buffer, [*dict.fromkeys([*required, *names])], extrasaction="ignore", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()
