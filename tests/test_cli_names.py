import re

import pytest
from labels import say
from terminal import folder, on_terminal, run


def test_a_name_of_nobody_is_one_line_and_exit_1():
    answer = run("path", "Putin", "Xyzzyplugh")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == ("Error: 'Xyzzyplugh' names no actor. No actor has a name near it.\n")


def test_what_is_asked_without_a_name_or_quotes_is_one_line():
    blank = run("between", " ", "Kyiv")
    assert blank.stderr == "Error: ' ' names no actor. Give an id or a name.\n"
    pattern = run("find", "?", "leads", "Belarus")
    assert 'A pattern needs quotes: "? leads Belarus".' in pattern.stderr


def test_a_misspelt_name_offers_the_nearest_when_nobody_can_be_asked():
    answer = run("path", "Lukashenk", "Vilnius")
    assert answer.exit_code == 1
    assert answer.stderr == (
        "Error: 'Lukashenk' names no actor. Did you mean 'lukashenko' (Alexander Lukashenko)?\n"
    )


def test_a_name_of_several_lists_them_when_nobody_can_be_asked(tmp_path):
    data = folder(
        tmp_path, "id,name,kind\na,Jan Bo,person\nb,Jan Ek,person\n", "source,target,type\n"
    )
    answer = run("show", "Jan", data=data)
    assert answer.exit_code == 1
    assert answer.stderr == (
        "Error: 'Jan' names 2 actors: 'a' (Jan Bo) or 'b' (Jan Ek). Give the id.\n"
    )


def crowd(path):
    rows = "".join(f"j{number},Jan {number},person\n" for number in range(1, 13))
    return folder(path, f"id,name,kind\n{rows}", "source,target,type\n")


def test_of_many_ten_are_listed_and_the_rest_counted(tmp_path):
    answer = run("show", "Jan", data=crowd(tmp_path))
    assert answer.exit_code == 1
    assert answer.stderr.startswith("Error: 'Jan' names 12 actors: 'j1' (Jan 1), 'j2' (Jan 2), ")
    assert answer.stderr.endswith(", 'j9' (Jan 9) or 'j10' (Jan 10) and 2 more. Give the id.\n")


def test_on_a_terminal_the_same_ten_are_offered(tmp_path):
    words = ("--data", str(crowd(tmp_path)), "show", "Jan")
    output, code = on_terminal(*words, reply=b"\n", NO_COLOR="1")
    assert code == 1
    assert "  10  Jan 10 (person, j10)\n   0  none of these\n2 more are not listed. " in output


def test_a_name_that_a_filter_leaves_out_never_means_somebody_else(tmp_path):
    actors = "id,name,kind\na,Jan,person\nb,Jan Ek,person\nc,Bo,person\n"
    data = folder(tmp_path, actors, "source,target,type\nb,c,ally\n")
    answer = run("path", "Jan", "Bo", "--avoid-actor", "a", data=data)
    assert answer.exit_code == 2
    assert answer.stderr == "Error: 'Jan' is left out by the filters.\n"


def test_on_a_terminal_the_person_is_asked():
    output, code = on_terminal(
        "--example", "path", "Lukashenk", "Vilnius", reply=b"1\n", NO_COLOR="1"
    )
    assert code == 0
    assert "'Lukashenk' names no actor. The nearest:\n" in output
    assert "  1  Alexander Lukashenko (person, lukashenko)\n  0  none of these\n" in output
    assert re.search(r"1\. +\w+ +Alexander Lukashenko ", output)
    assert say("[located_in] Vilnius") in output


def test_a_number_that_is_not_offered_is_asked_for_again():
    output, code = on_terminal("--example", "show", "Lukashenk", reply=b"7\n1\n", NO_COLOR="1")
    assert code == 0
    assert "Give a number from 0 to 1.\n" in output


@pytest.mark.parametrize("reply", [b"0\n", b"none\n", b"\n", b"\x04"])
def test_none_of_those_offered_ends_it(reply):
    output, code = on_terminal("--example", "show", "Lukashenk", reply=reply, NO_COLOR="1")
    assert code == 1
    assert output.endswith("Did you mean 'lukashenko' (Alexander Lukashenko)?\n")


def test_ctrl_c_at_the_question_is_one_line_and_exit_130():
    output, code = on_terminal("--example", "show", "Lukashenk", reply=b"\x03", NO_COLOR="1")
    assert code == 130
    assert output.endswith("Interrupted.\n")
    assert "Traceback" not in output
