"""Text that was read in a wrong encoding and saved so is told with what it may have been."""

import contextlib
import itertools

import pytest
from tiny_network import problems

import graph

NAMES = ["Lefèvre", "Łukasz Żal", "Лукашенко", "Škoda", "Björk", "Müller and Sørensen"]
READ_AS = ["cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp850", "cp437"]


def actors(name):
    return f'id,name,kind\na,"{name}",person\nb,Bob,person\n'


def list_misread():
    """Each name as each encoding reads its bytes, where it reads all of them."""
    for encoding, name in itertools.product(READ_AS, NAMES):
        with contextlib.suppress(UnicodeDecodeError):
            yield pytest.param(name, name.encode().decode(encoding), id=f"{encoding}-{name}")


@pytest.mark.parametrize(("name", "misread"), [*list_misread()])
def test_utf_8_that_was_read_as_another_encoding_is_told(tmp_path, name, misread):
    told = [text for text in problems(tmp_path, actors=actors(misread)) if "UTF-8 that was" in text]
    assert [text.partition("Did you mean ")[2] for text in told] == [f"{name!r}?"]


def test_the_message_names_the_encoding(tmp_path):
    (told,) = problems(tmp_path, actors=actors("LefÃ¨vre"))
    assert told == (
        "actors.csv:2: name: 'LefÃ¨vre' looks like UTF-8 that was read as windows-1252. "
        "Did you mean 'Lefèvre'?"
    )


def test_a_letter_that_was_lost_is_told(tmp_path):
    (told,) = problems(tmp_path, actors=actors("Lef\ufffdvre"))
    assert told.endswith("has U+FFFD in place of a letter that was lost. Write the letter again.")


@pytest.mark.parametrize(
    "name",
    [*NAMES, "Ângela Ávila", "São João", "Ça va?", "Рада СССР", "«Рух»", "Ð", "Åå", "ŻÓŁĆ", "Ñu",
     "Íñigo", "Üç “Göl”", "Το Ποτάμι", "王薇"],
)  # fmt: skip
def test_real_names_are_left_alone(tmp_path, name):
    told = problems(tmp_path, actors=actors(name))
    assert not [text for text in told if "UTF-8 that was" in text or "lost" in text]


def test_the_example_has_none():
    assert graph.load_example().warnings == ()
