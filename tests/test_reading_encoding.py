"""From bytes to text: UTF-8 and what is marked are read, anything else is refused by name."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import COUPLE, folder, problems

import graph
from graph.formats.encoding import decode, resolve_encoding
from graph.formats.encoding_candidates import detect_encodings

NAMES = "id,name,kind\na,{},person\nb,Bob,person\n"
UNMARKED = "is UTF-16 without a byte order mark."
SAVE = "Save the file as 'CSV UTF-8'"
IMPORT = "or make CSV files of it: explore import actors.csv -o DIR"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-marked", "utf-16-be-marked"]
)
def test_utf_8_and_whatever_is_marked_is_read(tmp_path, encoding):
    text = NAMES.format("Łukaszenka Лукашенко 卢卡申科 😀")
    plain = encoding.removesuffix("-marked")
    data = ("\ufeff" * (plain != encoding) + text).encode(plain)
    net = graph.load(folder(tmp_path, actors=data))
    assert net.actor_rows[0].name == "Łukaszenka Лукашенко 卢卡申科 😀"
    assert net.warnings == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_a_byte_that_is_no_utf_8_is_told_with_its_line(tmp_path, mark, ending):
    data = mark + ending.join([b"id,name,kind", b"a,Ann,person", b"b,Ren\xe9,person"])
    (told,) = problems(tmp_path, actors=data)
    assert told == (
        "actors.csv:3: byte 0xe9 is not UTF-8; "
        "in windows-1252 this line would read 'b,René,person'. "
        f"{SAVE}, or, if that line is right, read it with --encoding windows-1252."
    )


SAMPLES = [
    ("windows-1250", "Aljaksandr Łukaszenka, Wałęsa, Gdańsk, Łódź, Białoruś"),
    ("windows-1251", "Лукашенко, Путин, Тихановская, полк Калиновского"),
    ("windows-1252", "René Müller, François Hollande"),
    ("windows-1253", "Αλέξης Τσίπρας, Κυριάκος Μητσοτάκης, Αθήνα"),
    (
        "windows-1257",
        "Gitanas Nausėda sakė, kad Lietuva rems Baltarusijos žmones, Šiauliai, Žemaitija",
    ),
    ("cp866", "Лукашенко, Путин, Тихановская, полк Калиновского"),
    ("shift-jis", "安倍晋三、東京都、日本国政府"),
    ("euc-kr", "김정은, 평양, 조선민주주의인민공화국"),
]


@pytest.mark.parametrize(("encoding", "text"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_another_encoding_is_refused_by_name_and_read_when_asked(tmp_path, encoding, text):
    data = NAMES.format(f'"{text}"').encode(encoding)
    assert detect_encodings(data)[0].encoding == resolve_encoding(encoding)
    (told,) = problems(tmp_path, actors=data)
    assert f"; in {encoding} this line would read 'a,\"{text[:9]}" in told
    assert f"{SAVE}, or" in told
    assert f"read it with --encoding {encoding}" in told
    net = graph.load(tmp_path, encoding=encoding)
    assert (net.actor_rows[0].name, net.warnings) == (text, ())


def test_bytes_that_look_like_nothing_are_refused_without_a_name(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.formats.encoding_candidates.detect_encodings", lambda _: [])
    assert problems(tmp_path, actors=COUPLE.encode() + b"\xff") == [
        f"actors.csv:4: byte 0xff is not UTF-8. {SAVE}."
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (COUPLE.encode("utf-32"), f"is UTF-32. {SAVE}."),
        (
            COUPLE.encode("utf-16-le"),
            f"is UTF-16 without a byte order mark. {SAVE}, or read it with --encoding utf-16-le.",
        ),
        (
            COUPLE.encode("utf-16-be"),
            f"is UTF-16 without a byte order mark. {SAVE}, or read it with --encoding utf-16-be.",
        ),
        (b"PK\x03\x04...", f"is a spreadsheet or a zip archive, not a CSV file. {SAVE}, {IMPORT}"),
        (b"\xd0\xcf\x11\xe0...", f"is an old Excel workbook, not a CSV file. {SAVE}, {IMPORT}"),
        (b"%PDF-1.7", f"is a PDF, not a CSV file. {SAVE}."),
        (b"SQLite format 3\0", f"is a database, not a CSV file. {SAVE}."),
        (
            gzip.compress(COUPLE.encode(), mtime=0),
            "is gzipped, but its name does not say so, not a CSV file. Name it actors.csv.gz.",
        ),
    ],
)
def test_what_is_no_text_is_told_by_what_it_is(tmp_path, data, told):
    assert problems(tmp_path, actors=data) == [f"actors.csv: {told}"]


def test_utf_16_that_is_cut_off_is_told_with_its_line(tmp_path):
    (told,) = problems(tmp_path, actors=COUPLE.encode("utf-16")[:-1])
    assert told.startswith("actors.csv:3: byte 0x0a is not utf-16-le.")


def test_utf_16_without_a_mark_is_read_when_asked(tmp_path):
    files = {"actors": COUPLE.encode("utf-16-be"), "relations": "source,target,type\n"}
    files["relations"] = files["relations"].encode("utf-16-be")
    assert len(graph.load(folder(tmp_path, **files), encoding="utf-16-be").actor_rows) == 2


def test_a_mark_tells_more_than_the_encoding_asked_for(tmp_path):
    data = folder(tmp_path, actors="\ufeff" + NAMES.format("Žižek"))
    assert graph.load(data, encoding="windows-1251").actor_rows[0].name == "Žižek"


def test_a_file_that_is_utf_8_is_read_as_such_among_others_that_are_not(tmp_path):
    data = folder(tmp_path, actors=NAMES.format("Žižek"))
    (data / "relations.csv").write_bytes("source,target,type,note\na,b,ally,Лодзь".encode("cp1251"))
    net = graph.load(data, encoding="windows-1251")
    assert (net.actor_rows[0].name, net.relation_rows[0].note) == ("Žižek", "Лодзь")
    (warning,) = net.warnings
    assert str(warning).startswith("actors.csv: is UTF-8. It is read as UTF-8, not as windows-1251")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("utf9", "Did you mean 'utf-8'?"),
        ("windows1251", "Did you mean 'windows-1251'?"),
        ("klingon", "Give one such as windows-1251."),
        ("", "Give one such as windows-1251."),
        ("rot13", "Give one such as windows-1251."),
        ("idna", "Give one such as windows-1251."),
        ("unicode_escape", "Give one such as windows-1251."),
        ("a\0b", "Give one such as windows-1251."),
        ("x" * 10_000, "Give one such as windows-1251."),
    ],
)
def test_what_is_no_encoding_is_told_with_the_nearest(tmp_path, name, hint):
    with pytest.raises(graph.QuestionError) as caught:
        graph.load(folder(tmp_path), encoding=name)
    assert str(caught.value).endswith(hint)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("name", ["UTF-8", "utf8", "cp1252", "windows-1251", "latin-1", "U8"])
def test_an_encoding_has_many_names(name):
    assert b"e".decode(resolve_encoding(name))


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_every_text_that_is_marked_comes_back(text, encoding):
    if encoding == "utf-16-le" and text.startswith("\0"):
        return  # with its mark that begins as UTF-32 does
    assert decode(f"\ufeff{text}".encode(encoding), "any.csv") == (text, [])
