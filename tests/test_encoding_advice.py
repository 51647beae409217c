"""The encoding that is advised is the one in which the names are right, or both are shown."""

import pytest
from tiny_network import COUPLE, folder
from tiny_network import problems as list_problems

import graph
from graph.formats.encoding import _format_encoding
from graph.formats.encoding_candidates import WORDS_PER_BYTE, collect_words, detect_encodings

# What Excel, other spreadsheets and editors write on Windows, on a Mac, in MS-DOS and on Unix.
NAMES = {
    "cp1252": [
        "Lefèvre, Sørensen", "René Müller, François Hollande", "Bjørn Ørsted, Tromsø", "Sørensen",
        "São Paulo, João Gonçalves", "Peña Nieto, Muñoz", "Åland, Ångström", "déjà vu, où, à",
        "Guðmundur Guðjónsson, Þór", "Café “Zoë” – it’s", "Tõnu Kõiv, Jõhvi", "Jürgen Groß, Straße",
        "l’avion d’Estaing naïve", "København", "Gabriel García Márquez", "Côte d’Ivoire",
        "2½ mois, été", "¦ Müller ¦",
    ],
    "latin-1": ["Lefèvre", "Sørensen", "Íñigo Urkullu, Núñez"],
    "iso8859-15": ["Lefèvre, Sørensen", "Zoë, Noël", "Société 5 €", "Cœur", "Žižek", "Sœur Hélène"],
    "cp1250": [
        "Aljaksandr Łukaszenka, Wałęsa, Gdańsk, Łódź", "Gdańsk", "Dvořák, Černý, Jiří", "Kovačić",
        "Slobodan Milošević, Tuđman", "Orbán Viktor, Győr, Gyurcsány", "Traian Băsescu",
        "Constanţa, Iaşi", "Němec, Zdeněk", "Wiśniewski", "Žižek, Škoda, Ljubljana Čuk",
    ],
    "cp1251": ["Лукашенко, Путин, Тихановская", "Київ, Зеленський", "Вучић, Београд", "минск"],
    "cp1253": ["Αλέξης Τσίπρας, Κυριάκος Μητσοτάκης, Αθήνα"],
    "cp1254": ["Recep Tayyip Erdoğan, Kılıçdaroğlu, İstanbul", "Beşiktaş, Diyarbakır", "Erdoğan"],
    "cp1255": ["בנימין נתניהו, ירושלים"],
    "cp1256": ["محمد بن سلمان, القاهرة"],
    "cp1257": [
        "Gitanas Nausėda, Šiauliai, Žemaitija", "Ingrida Šimonytė", "Raimonds Vējonis, Bērziņš",
    ],
    "mac_roman": [
        "René Müller", "François Hollande", "Schröder, Jürgen", "García Martínez, Muñoz", "España",
        "Zoë, Noël", "Sørensen, Åse", "Straße", "Lefèvre, Sørensen",
    ],
    "mac_latin2": ["Wałęsa, Gdańsk, Łódź", "Dvořák, Černý"],
    "mac_cyrillic": ["Лукашенко, Путин, Яна"],
    "cp850": ["René Müller, Straße, Sørensen", "Österreich", "São João", "Lefèvre, Sørensen"],
    "cp437": ["René Müller, Peña", "Lefèvre, Ångström"],
    "cp852": ["Wałęsa, Gdańsk, Łódź", "Dvořák, Černý, Jiří"],
    "iso8859_2": ["Wałęsa, Gdańsk, Łódź, Białoruś", "Šafařík, Žižek, Beneš"],
    "koi8_r": ["Лукашенко, Путин"],
    "koi8_u": ["Київ, Зеленський"],
    "cp866": ["Лукашенко, Путин, Тихановская"],
    "iso8859_5": ["Лукашенко, Путин"],
    "cp857": ["Erdoğan, Kılıçdaroğlu, İstanbul"],
    "cp775": ["Gitanas Nausėda, Šimonytė"],
    "cp737": ["Αλέξης Τσίπρας, Αθήνα"],
    "shift_jis": ["安倍晋三、東京都、日本国政府"],
    "euc_jp": ["安倍晋三、東京都、日本国政府"],
    "euc_kr": ["김정은, 평양, 조선민주주의인민공화국", "김정은"],
    "gb18030": ["习近平，中华人民共和国，北京", "王毅"],
    "big5": ["蔡英文，台灣，民主進步黨"],
}  # fmt: skip
CASES = [(encoding, text) for encoding, texts in NAMES.items() for text in texts]


NO_RELATIONS = "source,target,type\n"


def problems(path, actors):
    return list_problems(path, actors=actors, relations=NO_RELATIONS)


def actors(*names):
    return "id,name,kind\n" + "".join(f'a{n},"{name}",person\n' for n, name in enumerate(names))


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_names_are_right_in_the_first_encoding_advised(tmp_path, encoding, text):
    data = actors(text).encode(encoding)
    advised = _format_encoding(detect_encodings(data)[0].encoding)
    (told,) = problems(tmp_path, actors=data)
    assert f"--encoding {advised}" in told
    net = graph.load(tmp_path, encoding=advised)
    assert (net.actor_rows[0].name, net.warnings) == (text, ())


def test_a_line_in_which_encodings_differ_is_shown_with_each(tmp_path):
    data = actors("René", "Søren", "Müller").encode("cp1252")
    (told,) = problems(tmp_path, actors=data)
    assert told == (
        "actors.csv:3: byte 0xf8 is not UTF-8; in windows-1252 this line would read "
        "'a1,\"Søren\",person', in windows-1250 'a1,\"Sřren\",person', in windows-1257 "
        "'a1,\"Sųren\",person'. Save the file as 'CSV UTF-8', or read it with --encoding "
        "windows-1252, windows-1250 or windows-1257, whichever reads right. If none does, ask the "
        "author of the file for its encoding."
    )


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Guðmundur"), ("cp1252", "Friðrik"), ("cp1252", "Beeðan"), ("cp1252", "1½"),
        ("cp1257", "Rūta"), ("cp1257", "Nadežda"), ("cp1254", "Doğan"), ("iso8859-15", "Œuvre"),
        ("cp1250", "Tuđman"),
    ],
)  # fmt: skip
def test_the_right_reading_is_among_those_shown(tmp_path, encoding, text):
    (told,) = problems(tmp_path, actors=actors(text).encode(encoding))
    assert f'{_format_encoding(encoding)} this line would read \'a0,"{text}"' in told or (
        f'in {_format_encoding(encoding)} \'a0,"{text}"' in told
    )


def test_all_lines_are_judged():
    """One name in the last line of many decides."""
    many = ["Müller"] * 20_000
    assert detect_encodings(actors(*many, "Łódź, Wałęsa").encode("cp1250"))[0].encoding == "cp1250"
    assert detect_encodings(actors(*many, "Sørensen").encode("cp1252"))[0].encoding == "cp1252"


def test_few_words_are_judged_and_each_byte_is_among_them():
    words = [f"{letter}{number}x{letter}a" for number in range(500) for letter in "éèüø"]
    raw = " ".join(words).replace("0", "o").encode("cp1252")
    assert len(collect_words(raw)) <= 4 * WORDS_PER_BYTE
    assert {0xE9, 0xE8, 0xFC, 0xF8} <= set(b"".join(collect_words(raw)))


def test_an_encoding_in_which_the_names_are_odd_is_read_with_a_warning(tmp_path):
    data = folder(
        tmp_path,
        actors=actors("René", "Lefèvre", "Sørensen").encode("cp1252"),
        relations=NO_RELATIONS,
    )
    assert graph.load(data, encoding="windows-1252").warnings == ()
    (warning,) = graph.load(data, encoding="windows-1250").warnings
    assert str(warning) == (
        "actors.csv:3: in windows-1250 this line reads 'a1,\"Lefčvre\",person'. "
        "In windows-1252 it would read 'a1,\"Lefèvre\",person'. Is that right?"
    )


@pytest.mark.parametrize("asked", ["latin-1", "mac-roman", "iso-8859-2", "koi8-r"])
def test_an_encoding_has_the_warning_under_every_name_that_python_knows(tmp_path, asked):
    rows = actors("Łukaszenka", "Wałęsa", "Łódź").encode("cp1250")
    data = folder(tmp_path, actors=rows, relations=NO_RELATIONS)
    (warning, *_) = graph.load(data, encoding=asked).warnings
    assert "In windows-1250 it would read" in str(warning)


def test_lines_in_two_encodings_are_told(tmp_path):
    rows = actors("Žižek", "Łukaszenka", "Лукашенко").encode() + "b,Lefèvre,person\n".encode(
        "cp1252"
    )
    (told,) = problems(tmp_path, actors=rows)
    assert told == (
        "actors.csv:5: byte 0xe8 is not UTF-8, but other lines are; in windows-1252 this line "
        "would read 'b,Lefèvre,person'. Write this line in UTF-8, too: no encoding reads both."
    )


def test_a_byte_far_into_a_long_line_is_shown(tmp_path):
    data = actors("x" * 5000 + ", Zoë").encode("cp1252")
    (told,) = problems(tmp_path, actors=data)
    assert "Zoë" in told
    assert len(told) < 600


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [COUPLE, "\n" + COUPLE, COUPLE + "я" * 300, "я,id,name,kind\n"])
@pytest.mark.parametrize("cut", [0, 1])
def test_wide_characters_without_a_mark_are_named(tmp_path, encoding, text, cut):
    data = text.encode(encoding)
    (told,) = problems(tmp_path, actors=data[: len(data) - cut])
    assert f"is {encoding[:6].upper()} without a byte order mark. " in told
    assert told.endswith(f"read it with --encoding {encoding}.")
