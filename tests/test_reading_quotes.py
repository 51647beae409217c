"""Quotes in CSV files: each is in its place, or the line on which it is not is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import COUPLE, folder, problems

import graph
from graph.formats.quotes import find_misplaced_quote

DOUBLE = 'Write a quote within quotes twice: "".'
WHOLE = 'Quote the whole cell, and write the quote twice: "".'


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('c,"Cat,person\nd,Dan,person\n', "4: a quote opens here and is never closed. Close it."),
        ('c,"C\nt","person\n', "5: a quote opens here and is never closed. Close it."),
        ('c,"""Cat,person\n', "4: a quote opens here and is never closed. Close it."),
        ('"', "4: a quote opens here and is never closed. Close it."),
        ('c,"Cat"s,person\n', f"4: 's' follows the closing quote. {DOUBLE}"),
        ('c,"Cat" ,person\n', f"4: ' ' follows the closing quote. {DOUBLE}"),
        ('c,"The "Cat"",person\n', f"4: 'Cat\"\"' follows the closing quote. {DOUBLE}"),
        (
            'c,"Cat,person\nd,"Dan",person\n',
            (
                "5: 'Dan\"' follows the closing quote. "
                f"The cell opens in line 4. Is its closing quote missing there? {DOUBLE}"
            ),
        ),
        ('c,The "Cat",person\n', f"4: there is a quote inside the cell 'The'. {WHOLE}"),
        ('c,5" gun,asset\n', f"4: there is a quote inside the cell '5'. {WHOLE}"),
        ('c, "Cat",person\n', "4: there is white space before the opening quote. Remove it."),
        ('c,"a\r\nb",x"\n', f"5: there is a quote inside the cell 'x'. {WHOLE}"),
    ],
)
def test_a_quote_out_of_place_is_one_error_where_it_stands(tmp_path, rows, told):
    assert problems(tmp_path, actors=COUPLE + rows) == [f"actors.csv:{told}"]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ('"Cat"', "Cat"),
        ('"C ""C"" Cat"', 'C "C" Cat'),
        ('""""', '"'),
        ('"a,b;c"', "a,b;c"),
        ("o'Hara", "o'Hara"),
        ("„Cat“", "„Cat“"),
    ],
)
def test_quotes_in_place_are_read(tmp_path, cell, name):
    data = folder(tmp_path, actors=f"{COUPLE}c,{cell},person\n")
    assert graph.load(data).actor_rows[2].name == name


def test_the_other_delimiters_end_no_quoted_cell():
    assert find_misplaced_quote('"a";b', ";") is None
    assert find_misplaced_quote('"a";b', ",").offset == 3


@given(st.text(st.sampled_from('a,\n\r" '), max_size=30))
def test_what_has_its_quotes_in_place_is_read_to_the_letter(text):
    """Python's own reader, which knows no misplaced quote, agrees wherever there is none."""
    cells = [cell.replace('"', '""') for cell in (text, "x")]
    assert find_misplaced_quote(",".join(f'"{cell}"' for cell in cells), ",") is None
    assert (find_misplaced_quote(text, ",") is None) == well_formed(text)


def well_formed(text):
    """Tell the same, a character at a time."""
    state = "start"
    for character in text:
        if state == "quoted":
            state = "closed" if character == '"' else "quoted"
        elif character == '"':
            if state == "open":
                return False
            state = "quoted"
        elif character in ",\r\n":
            state = "start"
        elif state == "closed":
            return False
        else:
            state = "open"
    return state != "quoted"
