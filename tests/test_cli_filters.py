"""An answer that filters made smaller says so."""

import pytest
from terminal import folder, on_terminal, run

FILTERS = ["--avoid", "funds", "--at", "2022-08"]
TOLD = "Filters: avoid funds, at 2022-08."
COMMANDS = [["path", "ada", "dock"], ["between", "ada", "dock"], ["cut", "ada", "dock"],
            ["ego", "ada"], ["find", "? any dock"], ["show", "ada"], ["centrality"],
            ["sources"], ["communities"], ["structure"], ["balance"],
            ["camps"], ["brokers"]]  # fmt: skip


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_people_read_ends_with_the_filters(data, words, form):
    answer = run(*words, *FILTERS, "--format", form, data=data)
    assert answer.exit_code == 0
    assert answer.stdout.endswith(f"\n\n{TOLD}\n")
    assert "Filters" not in run(*words, "--format", form, data=data).stdout


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_programs_read_does_not(data, words, form):
    assert "Filters: " not in run(*words, *FILTERS, "--format", form, data=data).stdout


@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nor_is_it_missing_on_a_terminal(data, words):
    output, code = on_terminal("--data", str(data), *words, *FILTERS, NO_COLOR="1")
    assert code == 0
    assert output.endswith(f"\n\n{TOLD}\n")


def test_every_filter_is_told_in_one_line(data):
    words = ["--only", "ally,leads", "--only", "funds", "--avoid-actor", "Elle Oy", "--only-actor",
             "ada", "--only-actor", "dock", "--only-actor", "elle", "--kind",
             "person,organisation,asset", "--at", "2022", "--certain", "--min-confidence",
             "0.50", "--no-unrated"]  # fmt: skip
    assert run("path", "ada", "dock", *words, data=data).stdout == (
        "No path leads from Ada Ek to West Dock.\n\n"
        "Without any filter there is a path of 2 steps: Ada Ek funded (2020 to 2022, "
        "contested) and is opposed by North Bank; North Bank included West Dock (until 2023).\n\n"
        "Filters: only ally and leads and funds, kind person and organisation and asset, "
        "only actor 'ada' and 'dock' and 'elle', avoid actor 'Elle Oy', "
        "at 2022, only what is certain, "
        "confidence at least 0.5 without unrated relations.\n"
    )


def test_a_filter_is_text_and_no_markup(data):
    answer = run("show", "ada", "--avoid-actor", "\u202eelle\u202e", data=data)
    assert answer.exit_code == 1 or "\u202e" not in answer.stdout
    marked = run("show", "ada", "--kind", "person", "--format", "markdown", "--avoid-actor",
                 "[Elle](Oy)", data=data)  # fmt: skip
    assert "avoid actor '\\[Elle\\](Oy)'" in marked.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "2023", "--to", "2022"], "--to: 2022 is before 2023. Swap the two dates."),
        (["--from", "soon"], "--from: 'soon' is not a date."),
        (["--at", "1450~"], "--at: '1450~' is in doubt. Ask about 1450, or a longer span."),
        (["--at", "2022", "--no-undated"], "No such option '--no-undated'. Write --certain, which"),
    ],
)
def test_a_span_that_is_none_is_told_by_its_option(data, words, told):
    answer = run("path", "ada", "dock", *words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--according-to", "nobody"], "--according-to: no relation is according to 'nobody'. Th"),
        (["--according-to", "nobody"], "There are: 'The press', 'ada' (Ada Ek)."),
        (["--according-to", "the pres"], "Did you mean 'The press'?"),
        (["--according-to", "Ada E"], "Did you mean 'ada' (Ada Ek)?"),
        (["--basis", "told"], "--basis: 'told' is not a basis."),
        (
            ["--avoid-basis", "alleg"],
            "--avoid-basis: 'alleg' is not a basis. Did you mean 'alleged",
        ),
        (
            ["--without-source", "papers"],
            "--without-source: 'papers' is not a source. Did you mean",
        ),
        (["--min-confidence", "2"], "--min-confidence: '2' is not a confidence: it is above 1."),
        (
            ["--from", "44 BC"],
            "--from: '44 BC' is not a date: years before 1 are negative, and 1 BC",
        ),
        (["--to", "1990-95"], "--to: '1990-95' is not a date"),
    ],
)
def test_an_error_names_the_option_as_it_is_typed(tmp_path, words, told):
    claims = "source,target,type,claimant\nada,dock,funds,ada\nada,dock,leads,The press\n"
    answer = run("path", "ada", "dock", *words, data=folder(tmp_path, relations=claims))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr


@pytest.mark.parametrize(("given", "share"), [("85%", 0.85), ("high", 0.8), ("b2", 0.8)])
def test_a_confidence_is_given_as_in_a_cell(data, given, share):
    answer = run("path", "ada", "dock", "--min-confidence", given, data=data)
    assert answer.stdout.endswith(f"Filters: confidence at least {share:g}.\n")


def test_a_name_with_a_comma_in_it_is_one_word(tmp_path):
    actors = 'id,name,kind\na,A,"town, free"\nb,B,"town, free"\nc,C,state\n'
    data = folder(tmp_path, actors=actors, relations="source,target,type\na,b,ally\nb,c,ally\n")
    answer = run("show", "b", "--kind", "town, free", data=data)
    assert "1 of 2 relations under the filters, with 1 other." in answer.stdout
    assert answer.stdout.endswith("Filters: kind town, free.\n")
    both = run("show", "b", "--kind", "town, free", "--kind", "state", data=data)
    assert "B (town, free): 2 relations with 2 others." in both.stdout
    wrong = run("show", "b", "--kind", "town, fre", data=data)
    assert "no actor is of the kind 'town'" in wrong.stderr
