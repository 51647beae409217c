"""An option that does not exist: what is meant, or what to do instead."""

import pytest
from terminal import run


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["path", "a", "b", "--avod", "x"], "No such option '--avod'. Did you mean '--avoid'"),
        (["path", "a", "b", "--qqqqqq"], "No such option '--qqqqqq'. See: explore path --help"),
        (["path", "a", "b", "-q"], "An option that is a word begins with two dashes."),
        (["path", "a", "b", "--no-undated"], "Write --certain, which keeps only what holds."),
        (
            ["cut", "a", "b", "--by", "steps"],
            "to remove steps, write --relations. See: explore cut",
        ),
        (["cut", "a", "b", "--k", "3"], "Every path that shares nothing with the others is shown."),
        (["cut", "a", "b", "relations"], "one argument too many. To remove steps: --relations"),
        (["ego", "a", "--hops", "2"], "To go further than one step, write --depth N."),
        (["path", "a", "b", "--hops", "2"], "For at most so many steps, write --max-length N."),
        (["show", "a", "-o", "x"], "The answer is printed: add > FILE."),
        (["save", "-o", "x"], "Give the folder alone: explore save DIR."),
        (["path", "a", "b", "--limit", "x"], "--limit must be 1 to 10,000, not 'x'."),
        (["path", "a", "b", "--limit", "-1000"], "--limit must be 1 to 10,000, not -1,000."),
    ],
)
def test_one_line_says_what_to_do(words, message):
    answer = run(*words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr
    assert answer.stderr.count("\n") == 1
