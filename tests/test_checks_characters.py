"""Characters that nobody sees, and letters that pass for others."""

import subprocess
import sys

import pytest
from tiny_network import COUPLE, folder, problems

import graph
from graph.rules.confusables import COMMON_CONFUSABLES, UNLIKE_LATIN, make_skeleton
from graph.text.invisible import JOINERS, find_invisible
from graph.text.safe import visible

RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"


@pytest.mark.parametrize(
    ("character", "code"),
    [("\u200b", "U+200B"), ("\u202e", "U+202E"), ("\x1b", "U+001B"), ("\u2063", "U+2063")],
)
def test_a_character_that_nobody_sees(tmp_path, character, code):
    named = f"has {code}, which is invisible. Remove it."
    name = f"C{character}at"
    assert problems(tmp_path, actors=f"{COUPLE}c,{name},person\n") == [
        f"actors.csv:4: name: {name!r} {named}"
    ]
    assert problems(tmp_path, sources=f"id\ns{character}s\n") == [
        f"sources.csv:2: id: {f's{character}s'!r} {named}"
    ]


def test_two_such_characters_are_one_warning_and_joiners_of_a_name_are_none(tmp_path):
    actors = f"{COUPLE}c,\u202eC\u200bat\u200b,person\nd,می\u200cرود,person\n"
    assert problems(tmp_path, actors=actors) == [
        (
            "actors.csv:4: name: '\\u202eC\\u200bat\\u200b' has U+202E and U+200B,"
            " which are invisible. Remove them."
        )
    ]


def test_control_characters_in_a_value_are_shown_as_escapes(tmp_path):
    assert problems(tmp_path, relations="source,target,type\n\x1b[31mx,b,funds\n") == [
        (
            "relations.csv: 1 actor not in actors.csv, made of the ends of relations:"
            " '\\x1b[31mx'. Add what is known of them to actors.csv."
        ),
        "relations.csv:2: source: '\\x1b[31mx' has U+001B, which is invisible. Remove it.",
    ]


EVERY_COLUMN = {
    "actors": "id,name,kind,aliases,description,start,end,reference,mine",
    "relations": "source,target,type,start,end,weight,confidence,stance,reference,note,id,mine",
    "sources": "id,title,author,publisher,date,url,archive_url,mine",
    "types": "type,sign,mutual,influence,label,inverse,mine",
}
CELLS = [
    (family, column)
    for family, header in EVERY_COLUMN.items()
    for column in header.split(",")
]  # fmt: skip


def told(tmp_path, family, column, text):
    """Return what is told of one cell of an else empty row, by rule and severity."""
    header = EVERY_COLUMN[family]
    row = ",".join(f'"{text}"' if name == column else "" for name in header.split(","))
    try:
        found = graph.load(folder(tmp_path, **{family: f"{header}\n{row}\n"})).warnings
    except graph.DataError as error:
        found = error.problems
    return {(problem.rule, problem.severity) for problem in found if problem.column == column}


@pytest.mark.parametrize(("family", "column"), CELLS)
def test_whatever_nobody_sees_is_told_in_every_column(tmp_path, family, column):
    for text in ("x\u200by", "x\u202ey", "x\x1by", "x\u3164y"):
        assert ("unseen-character", "warning") in told(tmp_path, family, column, text)
    assert ("nul-character", "error") in told(tmp_path, family, column, "x\0y")


@pytest.mark.parametrize(("family", "column"), CELLS)
def test_line_breaks_are_for_texts_alone_and_joiners_for_all_but_ids(tmp_path, family, column):
    texts = {"description", "note", "mine"}
    ids = {"id", "source", "target", "type", "kind", "stance"}
    unseen = ("unseen-character", "warning")
    for spaced in ("x\ny", "x\ty", "x\r\ny"):
        assert (unseen in told(tmp_path, family, column, spaced)) == (column not in texts)
    assert (unseen in told(tmp_path, family, column, "x\u200cy")) == (column in ids)


def test_the_name_of_a_column_holds_nothing_unseen(tmp_path):
    hidden = "source,target,type,mo\u202eod\na,b,funds,good\n"
    assert problems(tmp_path, relations=hidden) == [
        ("relations.csv:1: mo\u202eod: 'mo\\u202eod' has U+202E, which is invisible. Remove it.")
    ]


def test_many_unseen_characters_are_a_short_list(tmp_path):
    name = "".join(map(chr, range(0x2060, 0x2070))) + "x"
    (line,) = problems(tmp_path, actors=f"{COUPLE}c,{name},person\n")
    assert "U+2060 and U+2061 and U+2062 and U+2063 and U+2064 and 11 others, which" in line


def test_whatever_a_face_would_not_show_is_unseen():
    codes = [*range(0x3400), *range(0xD800, 0x14000), *range(0x1D000, 0x1E000)]
    letters = map(chr, [*codes, *range(0xE0000, 0xE1010)])
    hidden = [char for char in letters if visible(char) != char and char not in JOINERS]
    assert len(hidden) > 100
    assert [char for char in hidden if not find_invisible(char)] == []
    assert find_invisible("\u0600\u06dd\u0301\U0001f1e7") == ""


@pytest.mark.parametrize(
    ("one", "other", "letter"),
    [
        ("Lukashenko", "Luk\u0430shenko", "'\u0430' is Cyrillic"),
        ("\u0406van", "Ivan", "'\u0406' is Cyrillic"),
        ("OAO", "\u041e\u0410\u041e", "'\u041e' is Cyrillic, '\u0410' is Cyrillic"),
        ("NATO", "\u039d\u0391TO", "'\u039d' is Greek, '\u0391' is Greek"),
        ("Co", "\u0421\u0585", "'\u0421' is Cyrillic, '\u0585' is Armenian"),
        ("C-300", "\u0421-300", "'\u0421' is Cyrillic"),
        ("No\u00ebl", "No\u0451l", "'\u0451' is Cyrillic"),
        ("\u0421\u0421\u0421\u0420", "\u0421\u0421CP", "'\u0421' is Cyrillic"),
    ],
)  # fmt: skip
def test_names_that_look_alike_in_another_script(tmp_path, one, other, letter):
    (line,) = problems(tmp_path, actors=f"{COUPLE}c,{one},person\nd,{other},person\n")
    assert " looks like " in line
    assert line.endswith(f": {letter}. Type both in one script, or rename one.")


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("Luk\u0430shenko", "'\u0430' is Cyrillic"),
        ("Лук\u0061шенко", "'a' is Latin"),
        ("Боснa и Герцеговина", "'a' is Latin"),
        ("\u0391lpha", "'\u0391' is Greek"),
        ("XX\u0406", "'\u0406' is Cyrillic"),
    ],
)
def test_a_word_that_mixes_scripts(tmp_path, word, letter):
    assert problems(tmp_path, actors=f"{COUPLE}c,{word},person\n") == [
        (
            f"actors.csv:4: name: {word!r} mixes scripts in a word: {letter}."
            " Type the word in one script."
        )
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["С-300"],  # Cyrillic throughout
        ["IT-компания", "Lenta.ру", "ООО Weiß"],  # a word each
        ["SMSки", "Δt", "μTorrent"],  # in one script they would be no word
        ["トヨタTOYOTA自動車", "陈小明Li", "김Kim"],
        ["NATO|НАТО|ΝΑΤΟ", "CCCP|СССР"],  # one actor's names
        ["Minsk", "Минск", "Ελένη", "Łukaszenka", "می\u200cرود"],
        ["Zo\u0308e", "Zöe", "ООО Z\u030ce", "ООО \u017de"],  # told apart by no script
    ],
)
def test_honest_names_in_several_scripts_are_not_told(tmp_path, names):
    rows = (f"x{place},Name {place},person,{text}\n" for place, text in enumerate(names))
    header = "id,name,kind,aliases\na,Ann,person,\nb,Bob,person,\n"
    assert problems(tmp_path, actors=header + "".join(rows)) == []


def test_a_lookalike_is_told_in_the_column_that_has_it(tmp_path):
    header = "id,name,kind,aliases\na,Ann,person,\nb,Bob,person,\n"
    rows = "mod,Ministry,person,\nc,Cat,person,x|\u0410nn\nm\u043ed,Mod,person,\n"
    told = problems(tmp_path, actors=header + rows)
    assert [line.split(" looks like ")[0] for line in told] == [
        "actors.csv:5: aliases: '\u0410nn'",
        "actors.csv:6: id: 'm\u043ed'",
    ]


def test_the_letters_that_are_passed_over_quickly_look_like_none():
    letters = [chr(code) for code in range(0x370, 0x590) if UNLIKE_LATIN.match(chr(code))]
    assert len(letters) > 100
    assert [letter for letter in letters if make_skeleton(letter).isascii()] == []


def test_the_common_doubles_are_those_of_the_library():
    letters = [chr(code) for code in range(0x370, 0x590)]
    assert [make_skeleton(letter) for letter in letters] == [
        make_skeleton(letter, COMMON_CONFUSABLES) for letter in letters
    ]


def test_what_is_no_lookalike_at_sight_needs_no_table_of_them():
    code = """if True:
        import sys, graph
        graph.load_example()
        print("confusable_homoglyphs" in sys.modules, "networkx" in sys.modules)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
