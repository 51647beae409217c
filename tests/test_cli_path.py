import csv
import io
import json

import pytest
from labels import say
from terminal import folder, run

import graph

TEXT = say("""\
The first path is negative; the other path of this length is not negative. \
A path is negative if an odd number of its steps are tensions.

Ada Ek [funds!] (2020 to 2022, contested) and [~opposes] North Bank; \
North Bank [~part_of!] West Dock (until 2023).

1. funds    Ada Ek [funds!] North Bank (2020 to 2022), contested: \
asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), \
2 independent voices [1] [2]
            Says one witness
   funds    Ada Ek [funds] North Bank (from 2021), disputed [1]
   opposes  Ada Ek [~opposes] North Bank, confidence 0.3
2. part_of  North Bank [~part_of!] West Dock (until 2023) [3]

Stands on 3 independent voices. It crosses one tension, at step 1. \
The weakest is step 2; it is not rated and rests on one voice. \
Step 2 is without a start date. All steps may hold at the same time: until 2023. \
It falls if "A letter" is withdrawn.
Cite as path:r1,r2,~r3.~r4

There is 1 other path of 2 steps: --all shows it.

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
[2] https://example.org/a
[3] A letter.
""")

ALL = say("""\
Path 1 of 2
Ada Ek [funds!] (2020 to 2022, contested) and [~opposes] North Bank; \
North Bank [~part_of!] West Dock (until 2023).

1. funds    Ada Ek [funds!] North Bank (2020 to 2022), contested: \
asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), \
2 independent voices [1] [2]
            Says one witness
   funds    Ada Ek [funds] North Bank (from 2021), disputed [1]
   opposes  Ada Ek [~opposes] North Bank, confidence 0.3
2. part_of  North Bank [~part_of!] West Dock (until 2023) [3]

Stands on 3 independent voices. It crosses one tension, at step 1. \
The weakest is step 2; it is not rated and rests on one voice. \
Step 2 is without a start date. All steps may hold at the same time: until 2023. \
It falls if "A letter" is withdrawn.
Cite as path:r1,r2,~r3.~r4

Path 2 of 2
Ada Ek [ally] South Club; South Club [leads] West Dock (from 2022-08).

1. ally   Ada Ek [ally] South Club
2. leads  South Club [leads] West Dock (from 2022-08) [4]

Stands on one independent voice. The weakest is step 1; it is not rated and rests on no source. \
Step 1 is undated. All steps may hold at the same time: from 2022-08. \
It falls if "A memo" is withdrawn.
Cite as path:r5.r6

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
[2] https://example.org/a
[3] A letter.
[4] A memo.
""").replace("A memo.\n", "A memo\n")

MARKDOWN = say("""\
**Ada Ek [ally] South Club; South Club [leads] West Dock (from 2022-08).**

1. Ada Ek [ally] South Club
   - *ally*: Ada Ek [ally] South Club
2. South Club [leads] West Dock
   - *leads*: South Club [leads] West Dock (from 2022-08)[^1]

Stands on one independent voice. The weakest is step 1; it is not rated and rests on no source. \
Step 1 is undated. All steps may hold at the same time: from 2022-08. \
It falls if "A memo" is withdrawn.

Cite as `path:r5.r6`

[^1]: A memo

Filters: avoid actor 'bank'.
""")


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


def test_a_path_is_a_sentence_steps_and_sources(data):
    answer = run("path", "ada", "Dock", data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, TEXT, "")


def test_all_tells_every_equally_short_path_with_one_list_of_sources(data):
    assert run("path", "ada", "dock", "--all", data=data).stdout == ALL


def test_a_limit_says_that_there_are_more(data):
    answer = run("path", "ada", "dock", "--all", "--limit", "1", data=data)
    assert "Path 1 of 2\n" in answer.stdout
    assert "There is 1 other path of 2 steps" in answer.stdout
    assert "Path 2 of 2" not in answer.stdout


def test_many_paths_are_cut_at_the_limit(tmp_path):
    middles = [f"m{number}" for number in range(5)]
    actors = "id,name,kind\n" + "".join(f"{name},{name},person\n" for name in ("a", "z", *middles))
    ties = "source,target,type\n" + "".join(f"a,{m},ally\n{m},z,ally\n" for m in middles)
    data = folder(tmp_path, actors, ties)
    answer = run("path", "a", "z", "--all", "--limit", "3", data=data).stdout
    assert answer.count("Path ") == 3
    assert "These are the first 3 of 5 paths of 2 steps: --limit sets how many are shown." in answer
    parsed = json.loads(run("path", "a", "z", "--limit", "3", "--format", "json", data=data).stdout)
    assert (parsed["path_count"], parsed["cut_short"], len(parsed["paths"])) == (5, True, 3)


def test_markdown_has_footnotes(data):
    answer = run("path", "ada", "dock", "--avoid-actor", "bank", "--format", "markdown", data=data)
    assert answer.stdout == MARKDOWN


def test_json_is_the_answer_and_each_relation_on_it(data):
    parsed = json.loads(run("path", "ada", "dock", "--format", "json", data=data).stdout)
    relations = parsed.pop("relations")
    url = "https://example.org/paper"
    assert parsed.pop("sources") == [
        {"source": "paper", "citation": "Bo, C. (2023). The paper. Press.", "url": url},
        {"source": "letter", "citation": "A letter.", "url": ""},
    ]
    assert parsed == {"version": 1, **graph.load(data).path("ada", "dock").to_dict()}
    assert [relation["id"] for relation in relations] == ["r1", "r2", "r3", "r4", "r5", "r6"]
    assert relations[0] == {
        "id": "r1",
        "digest": graph.load(data).relation_rows[0].digest,
        "source": "ada",
        "target": "bank",
        "type": "funds",
        "start": "2020",
        "end": "2022",
        "weight": 1.0,
        "confidence": 0.8,
        "grade": "B2",
        "stance": "asserts",
        "over": True,
        "claimant": "",
        "basis": "stated",
        "standing": "contested",
        "sides": "asserted by Bo, C. and example.org, disputed by Bo, C.",
        "voice_count": 2,
        "references": [
            {"source": "paper", "text": None},
            {"source": None, "text": "https://example.org/a"},
        ],
        "note": "Says one witness",
        "attributes": {},
        "sentence": say("Ada Ek [funds!] North Bank (2020 to 2022)"),
    }


def test_csv_has_a_row_for_each_relation_on_each_path(data):
    answer = run("path", "ada", "dock", "--format", "csv", data=data).stdout
    rows = list(csv.DictReader(io.StringIO(answer)))
    told = [(row["path"], row["step"], row["from"], row["to"], row["id"]) for row in rows]
    assert told == [
        ("1", "1", "ada", "bank", "r1"),
        ("1", "1", "ada", "bank", "r2"),
        ("1", "1", "ada", "bank", "r3"),
        ("1", "2", "bank", "dock", "r4"),
        ("2", "1", "ada", "club", "r5"),
        ("2", "2", "club", "dock", "r6"),
    ]
    assert rows[0]["references"] == "paper|https://example.org/a"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_path_is_an_answer(data, form):
    answer = run("path", "ada", "elle", "--format", form, data=data)
    assert answer.exit_code == 0
    assert answer.stdout == (
        "No path leads from Ada Ek to Elle Oy.\n\n"
        "Only disputed relations link them, which no path follows.\n"
    )


def test_no_path_is_an_answer_as_data(data):
    parsed = json.loads(run("path", "ada", "elle", "--format", "json", data=data).stdout)
    assert (parsed["length"], parsed["path_count"], parsed["paths"]) == (None, 0, [])
    table = run("path", "ada", "elle", "--format", "csv", data=data).stdout
    assert table.startswith("path,step,from,to,id,")
    assert table.count("\n") == 1


def test_the_same_actor_twice_is_told(data):
    assert run("path", "ada", "Ek", data=data).stdout == "Both names mean Ada Ek.\n"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--avoid", "funds,opposes"], "Ada Ek [ally] South Club"),
        (["--avoid", "funds", "--avoid", "opposes"], "Ada Ek [ally] South Club"),
        (["--only", "ally, leads"], "Ada Ek [ally] South Club"),
        (["--avoid-actor", "South Club"], "Ada Ek [funds!] (2020 to 2022, contested) and"),
        (["--kind", "person,asset"], "No path leads from Ada Ek to West Dock."),
        (["--at", "2024"], "All steps are uncertain in 2024.\n\nAda Ek [ally] South Club"),
        (["--at", "2024", "--certain"], "No path leads from Ada Ek to West Dock."),
        (["--min-confidence", "0.5"], "Ada Ek [ally] South Club"),
        (["--min-confidence", "0.5", "--no-unrated"], "No path leads from Ada Ek to West Dock."),
        (["--directed"], "Ada Ek [ally] South Club; South Club [leads] West Dock (from 2022-08)."),
    ],
)
def test_filters_choose_what_is_walked(data, options, sentence):
    answer = run("path", "ada", "dock", *options, data=data)
    assert answer.exit_code == 0, answer.stderr
    assert answer.stdout.startswith(say(sentence))


@pytest.mark.parametrize("options", [["--avoid-actor", "Ek"], ["--kind", "organisation,asset"]])
def test_an_end_that_is_left_out_is_said(data, options):
    answer = run("path", "ada", "dock", *options, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "Error: 'Ada Ek' is left out by the filters.\n"


def test_the_belarus_case_is_answered_in_any_script():
    latin = run("path", "Lukashenko", "Vilnius")
    assert (
        say(
            "Alexander Lukashenko [leads] (since 1994) and [~supports] Government of Belarus; "
            "Government of Belarus [~opposes] (inferred) United Transition Cabinet "
            "(since 2022-08); United Transition Cabinet [located_in] Vilnius (since 2022-08).\n"
        )
        in latin.stdout
    )
    assert "\nSources\n[1] " in latin.stdout
    assert run("path", "Лукашенко", "Вільня").stdout == latin.stdout


def test_the_engine_lists_as_many_as_there_are_whatever_the_limit(tmp_path):
    assert len(graph.load(folder(tmp_path)).path("ada", "dock", limit=10**23).paths) == 2


def test_a_path_leads_through_every_actor_that_is_named(data):
    answer = run("path", "bank", "ada", "club", "--format", "json", data=data)
    assert (answer.exit_code, answer.stderr) == (0, "")
    asked = json.loads(answer.stdout)
    assert (asked["source"], asked["through"], asked["target"]) == ("bank", ["ada"], "club")
    assert asked["paths"][0]["actors"] == ["bank", "ada", "club"]
    via = run("path", "bank", "club", "--via", "ada", "--format", "json", data=data)
    assert via.stdout == answer.stdout


def test_a_name_of_several_words_without_quotes_is_noticed(data):
    answer = run("path", "ada", "Ek", "dock", data=data)
    assert answer.exit_code == 0
    assert answer.stderr == "If 'ada Ek' is one name, put it in quotes.\n"
    missing = run("path", "ada", "dock", "nobody at all", data=data)
    assert missing.exit_code == 1
    assert missing.stderr.startswith('A name of several words needs quotes: "North Bank".\n')


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--k", "2", "--all"), "--k shows the best paths, --all those that are equally good."),
        (("--k", "2", "--limit", "3"), "--k says how many paths are shown. Leave out --limit."),
        (("elle", "--via", "bank"), "--via goes between two actors. Name all of them in order"),
        (("--k", "0"), "--k must be 1 to 1,000, not 0."),
        (("--max-length", "0"), "--max-length must be 1 or more, not 0."),
        (("--by", "voice"), "'voice' is not an order of paths. Did you mean 'voices'?"),
    ],
)
def test_options_that_contradict_each_other_are_refused(data, options, message):
    answer = run("path", "ada", "dock", *options, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in " ".join(answer.stderr.split())


def test_the_best_paths_are_numbered_with_their_lengths(data):
    answer = run("path", "ada", "dock", "--k", "9", "--by", "voices", data=data)
    assert answer.stdout.startswith("Path 1 of 2: 2 steps\nAda Ek")
    assert "\nPath 2 of 2: 2 steps\n" in answer.stdout
    assert "Each step rests on at least one voice. Stands on 3" in answer.stdout
    assert "A step rests on no source. Stands on one" in answer.stdout
    assert "\nThere are only 2 such paths.\n" in answer.stdout
    assert answer.stdout.endswith("\n\nPaths: by voices.\n")


def test_what_was_asked_of_paths_stands_below_them(data):
    asked = ("--by", "confidence", "--max-length", "2", "--no-hubs")
    markdown = run("path", "ada", "dock", *asked, "--format", "markdown", data=data).stdout
    assert "\n\nAll steps together have a confidence of 0.43" in markdown
    assert "\n\nPaths: by confidence, of at most 2 steps, around hubs.\n" in markdown


def test_a_length_that_is_too_short_is_named_as_its_option(data):
    answer = run("path", "ada", "dock", "--max-length", "1", data=data)
    assert "\n\nWithout --max-length 1 there is a path of 2 steps: Ada Ek" in answer.stdout
