import csv
import io
import json

import pytest
from terminal import folder, on_terminal, run

# A star: hub is on every shortest path between the three others, the others on none.
ACTORS = "id,name,kind\na,Ann,person\nhub,Hub Ltd,organisation\nb,Bo,person\nc,Cy,person\n"
RELATIONS = "source,target,type\na,hub,ally\nhub,b,funds\nhub,c,funds\n"

TEXT = """\
rank  name     kind          id   betweenness
   1  Hub Ltd  organisation  hub            1  ########################
   2  Ann      person        a              0
   2  Bo       person        b              0
   2  Cy       person        c              0

4 of 4 actors. How it is counted: all relations between two actors as one, in both directions, \
without weights; disputed relations are left out. \
betweenness: 3 of 4 scores are 0, so it ranks only the other one.
"""

MARKDOWN = """\
| rank | name | kind | id | degree | betweenness |
| ---: | --- | --- | --- | ---: | ---: |
| 1 | Hub Ltd | organisation | hub | 3 | 1 |
| 2 | Ann | person | a | 1 | 0 |

2 of 4 actors. How it is counted: all relations between two actors as one, in both directions, \
without weights; disputed relations are left out. --top 4 shows all. \
betweenness: 3 of 4 scores are 0, so it ranks only the other one.
"""


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, ACTORS, RELATIONS)


def test_piped_it_is_aligned_columns_with_a_bar(data):
    answer = run("centrality", data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, TEXT, "")


def test_several_measures_are_columns_and_the_first_ranks(data):
    answer = run(
        "centrality", "--by", "degree,betweenness", "--top", "2", "--format", "markdown", data=data
    )
    assert answer.stdout == MARKDOWN


def test_whole_scores_have_no_decimals(data):
    answer = run("centrality", "--by", "weighted_degree", "--top", "1", data=data).stdout
    assert (
        answer.splitlines()[1] == f"   1  Hub Ltd  organisation  hub                3  {'#' * 24}"
    )


def test_all_measures(data):
    answer = run("centrality", "--by", "all", "--format", "csv", data=data).stdout
    assert answer.splitlines()[0] == (
        "rank,name,kind,id,degree,in_degree,out_degree,weighted_degree,weighted_in_degree,"
        "weighted_out_degree,betweenness,closeness,harmonic,eigenvector,pagerank,pn,"
        "clustering,triangles,core_number,articulation"
    )


def test_all_others_after_the_one_that_ranks(data):
    answer = run("centrality", "--by", "pagerank,all", "--format", "csv", data=data).stdout
    assert answer.splitlines()[0] == (
        "rank,name,kind,id,pagerank,degree,in_degree,out_degree,weighted_degree,"
        "weighted_in_degree,weighted_out_degree,betweenness,closeness,harmonic,eigenvector,pn,"
        "clustering,triangles,core_number,articulation"
    )


def test_csv_is_whole_and_unrounded_unless_cut(data):
    answer = run("centrality", "--by", "closeness", "--format", "csv", data=data).stdout
    rows = list(csv.DictReader(io.StringIO(answer)))
    assert [row["rank"] for row in rows] == ["1", "2", "2", "2"]
    assert float(rows[1]["closeness"]) == pytest.approx(3 / 5, abs=1e-15)
    cut = run("centrality", "--format", "csv", "--top", "1", data=data).stdout
    assert cut.count("\n") == 2


def test_json_says_whether_it_was_cut(data):
    whole = json.loads(run("centrality", "--format", "json", data=data).stdout)
    assert (whole["measures"], whole["cut_short"], len(whole["actors"])) == (
        ["betweenness"],
        False,
        4,
    )
    cut = json.loads(run("centrality", "--format", "json", "--top", "1", data=data).stdout)
    assert (cut["cut_short"], cut["actors"][0]["id"]) == (True, "hub")


def test_direction_counts_when_asked(data):
    answer = run("centrality", "--by", "betweenness", "--directed", "--format", "json", data=data)
    scores = {actor["id"]: actor["betweenness"] for actor in json.loads(answer.stdout)["actors"]}
    assert scores["hub"] == pytest.approx(2 / 6)  # only a to b and a to c


def test_filters_choose_what_counts(data):
    answer = run("centrality", "--by", "degree", "--avoid", "funds", "--top", "1", data=data).stdout
    assert answer.splitlines()[1].split()[:2] == ["1", "Ann"]


def test_an_unknown_measure_is_wrong_usage(data):
    answer = run("centrality", "--by", "betwenness", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "Did you mean 'betweenness'?" in answer.stderr


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_on_a_terminal_no_line_is_longer_than_it_is_wide(columns):
    output, code = on_terminal(
        "--example", "centrality", "--by", "all", columns=columns, NO_COLOR="1"
    )
    assert code == 0
    assert "\x1b" not in output
    assert max(map(len, output.splitlines())) <= columns
    for measure in ("degree", "betweenness", "pagerank"):
        assert measure in output


def test_on_a_terminal_a_bar_stands_beside_each_score():
    output, code = on_terminal("--example", "centrality", "--top", "3", NO_COLOR="1")
    assert code == 0
    assert all("█" in line for line in output.splitlines()[1:4])


@pytest.mark.long
def test_a_sample_is_never_silent(data):
    words = ("centrality", "--sampled", "--seed", "3")
    told = "betweenness: sampled, within ±"
    for form in ("text", "markdown"):
        answer = run(*words, "--format", form, data=data)
        assert told in answer.stdout.splitlines()[-1]
        assert "Ranks rest on sampled scores." in answer.stdout.splitlines()[-1]
    whole = json.loads(run(*words, "--format", "json", data=data).stdout)
    how = whole["sampled"]["betweenness"]
    assert (how["confidence"], how["sample_count"], how["seed"]) == (0.9, 30_000, 3)
    table = run(*words, "--format", "csv", data=data)
    assert told not in table.stdout
    assert table.stderr.startswith(told)


def test_exact_is_exact_and_says_nothing_of_samples(data):
    answer = run("centrality", "--exact", data=data)
    assert (answer.stdout, answer.stderr) == (TEXT, "")


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["--by", "degree", "--directed"], "Rank by in_degree, out_degree, weighted_in"),
        (["--by", "out_degree", "--directed"], "out_degree follows arrows without it."),
        (
            ["--by", "degree,weighted_degree", "--weighted"],
            "weighted_degree counts weights without it.",
        ),
        (["--by", "degree", "--weighted"], "Rank by weighted_degree, weighted_in_degree"),
        (["--by", "pn", "--weighted"], "Rank by weighted_degree, weighted_in_degree"),
        (["--by", "pn", "--signs", "positive"], "It counts positive and negative"),
        (["--by", "pagerank", "--outward"], "Rank by closeness, harmonic or pn."),
        (["--by", "pagerank", "--sampled"], "Only betweenness, closeness and harmonic are ever"),
        (["--by", "degree", "--exact"], "Only betweenness, closeness and harmonic are ever"),
    ],
)
def test_an_option_that_changes_nothing_is_refused(data, words, remedy):
    answer = run("centrality", *words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert f"{words[2]} changes nothing: " in answer.stderr
    assert remedy in answer.stderr


def test_beside_measures_that_depend_on_it_an_option_is_told_not_to_change_others(data):
    answer = run("centrality", "--by", "degree,betweenness", "--directed", data=data)
    assert "degree: not changed by the option directed." in answer.stdout


def test_a_seed_without_a_sample_is_told(data):
    answer = run("centrality", "--seed", "3", data=data)
    assert answer.stderr == "--seed 3 changes nothing: no score is sampled.\n"
    assert run("centrality", "--seed", "3", "--sampled", data=data).stderr == ""
