"""An answer that filters made smaller says so."""

import pytest
from terminal import folder, on_terminal, run

FILTERS = ["--avoid", "funds", "--at", "2022-08"]
TOLD = "Filters: avoid funds, at 2022-08."
COMMANDS = [["path", "ada", "dock"], ["show", "ada"], ["centrality"], ["sources"], ["communities"]]


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
    assert "Filters" not in run(*words, *FILTERS, "--format", form, data=data).stdout


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
        "Without any filter there is one of 2 steps: Ada Ek funded (contested) and is opposed by "
        "North Bank; North Bank included West Dock.\n\n"
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
