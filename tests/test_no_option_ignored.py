"""No option is ever ignored in silence: each changes the answer, or is refused with a sentence."""

import click
import pytest
from click.testing import CliRunner

from explorer.cli import explore

ACTORS = """\
id,name,kind,aliases,description,reference,private,own
ada,Ada Ek,person,Ek,A mayor.,paper,,1
bo,Bo Yt,person,,,letter,,2
cy,Cy Zed,person,,,paper,,3
bank,North Bank,organisation,,,,,4
dock,West Dock,asset,,,,,5
elle,Elle Oy,person,,,,yes,6
"""
RELATIONS = """\
source,target,type,start,end,weight,confidence,stance,claimant,basis,reference,note,private
ada,bank,funds,2020,2021,5,0.9,asserts,,,paper,A note,
bank,dock,owns,2022,,1,0.4,asserts,,,letter,,
ada,bo,ally,,,1,,asserts,cy,alleged,paper,,
bo,dock,leads,,,9,,asserts,cy,,,,
bo,cy,ally,,,2,0.8,asserts,,,paper,,
cy,bank,funds,2022,,1,0.8,asserts,,,letter,,
ada,elle,ally,,,1,,asserts,,,paper,,
"""
SOURCES = """\
id,title,author,publisher,date,url,archive_url
paper,The paper,,,,,
letter,A letter,,,,,
"""
TYPES = "type,sign,mutual,influence,label,inverse\nowns,0,no,yes,owns,is owned by\n"
STORY = "# A story of this network\n\n## One\n\nText.\n\n[Show](#path=ada,dock)\n"
TIES = """\
from,to,when,amount,remark
Ada,Bo; Cy,8/9/2022,"1,500",A remark
Ada,Dee,7/8/2021,"2,500",
"""
LAYOUT = '{"version": 1, "positions": {"ada": [10, 20], "dock": [200, 300]}}'

# How each command is asked, so that its options can matter; {} is a folder to write to.
BASE = {
    "path": "path dock ada",
    "cite": "cite path:~r99a1d0cdee.~r5aa28498a5",
    "between": "between dock ada cy",
    "cut": "cut dock ada",
    "ego": "ego bank",
    "find": ["find", "? any A"],
    "show": "show ada",
    "centrality": "centrality",
    "communities": "communities",
    "structure": "structure",
    "balance": "balance",
    "camps": "camps",
    "timeline": "timeline",
    "brokers": "brokers",
    "whatif": "whatif --without ada",
    "sources": "sources",
    "compare": "compare . other",
    "check": "check",
    "html": "html -o -",
    "picture": "picture -o -",
    "brief": "brief -o -",
    "story": "story",
    "save": "save {}/saved",
    "extract": "extract {}/part --ego bank --depth 2",
    "export": "export - --as cytoscape",
    "import": "import ties.csv -o {}/new",
    "merge": "merge . other -o {}/new",
    "init": "init {}/new",
    "cache": "cache",
    "completion": "completion",
}
# A value for each option that takes one; a list for options whose effect needs others beside them.
VALUES = {
    "--only": "ally", "--avoid": "ally", "--avoid-actor": "bo", "--only-actor": "ada",
    "--kind": "person", "--avoid-kind": "person", "--at": "2020", "--from": "2022", "--to": "2020",
    "--min-confidence": "0.85", "--according-to": "cy", "--basis": "alleged",
    "--avoid-basis": "alleged",
    "--without-source": "paper", "--format": "json", "--limit": "1", "--by": "degree",
    "--top": "1", "--seed": "7", "--title": "A title", "--description": "Words",
    "--language": "be", "--theme": "dark", "--redact": "note", "--page": "a4", "--width": "700",
    "--apart": "ada", ("merge", "--merge"): "ada=bo",
    "--height": "500", "--size-by": "betweenness", "--layout": "own-layout.json",
    ("brief", "--redact"): "kind",
    ("picture", "--redact"): "kind", "--as": "gexf", "--map": "remark=note", "--dates": "mdy",
    "--decimal": "comma", "--split": "to=", "--type": "funds", "--merge": "Dee=Ada",
    "--depth": "2", ("ego", "--limit"): "1", ("find", "--limit"): "1", "--via": "bo", "--k": "2",
    "--max-length": "1", ("path", "--by"): "confidence", "--signs": "positive",
    "--explain": "degree", "--every": "month", "--draws": "3",
    "--without": "dock", "--add": "cy opposes dock",
    "--flip": "bo ally cy", "--path": ["ada", "dock"],
    "--between": "camp", "--players": "2", ("extract", "--between"): ["dock", "ada"],
    ("extract", "--ego"): "dock", ("extract", "--depth"): "1", "--community": "ada",
}  # fmt: skip
BESIDE = {
    "--certain": ["--at", "2020"],
    "--no-unrated": ["--min-confidence", "0.85"],
    "--unrated": ["--min-confidence", "0.85"],
    ("path", "--limit"): ["--all"],
    "--seed": ["--sampled"],
    "--draws": ["--doubt"],
    ("compare", "--by"): ["--consequences"],
}
OUTPUT = "--output"  # the file of the answer: held by tests/test_cli_html.py
# Options that state what happens anyway, or what cannot show in an answer, and why.
EXCEPT = {
    "--unrated": "the default, in words",
    "--legend": "the default, in words",
    "--positions": "the default, in words",
    "--exact": "the default for a network of this size",
    "--open": "starts a browser: tests/test_cli_html.py",
    "--output": "names the file: tests/test_cli_html.py, tests/test_cli_picture.py",
    "--help": "shows the help",
    ("merge", "--ask"): "asks on a terminal: tests/test_merge.py",
    ("import", "--ask"): "asks on a terminal: tests/test_import_options.py",
    ("import", "--sheet"): "of workbooks alone: tests/test_import_workbooks.py",
    ("check", "--all"): "of data with problems: tests/test_causes.py",
    ("check", "--accept"): "writes a file: tests/test_accepted.py",
    ("check", "--write-types"): "writes a file: tests/test_accepted.py",
    ("check", "--strict"): "shows in the exit code: tests/test_strict.py",
    ("centrality", "--seed"): "tests/test_sampled.py: all pairs of a small network are its sample",
    ("centrality", "--sampled"): "tests/test_sampled.py",
    ("camps", "--k"): "tests/test_camps.py: there is one camp here",
    ("camps", "--seed"): "tests/test_camp_doubt.py: only with --doubt, and camps are certain here",
    ("picture", "--colour-by"): "tests/test_page_camps.py: there is one camp here",
    ("camps", "--seconds"): "tests/test_camps.py: a small network needs no time",
    ("whatif", "--seconds"): "tests/test_frustration.py: a small network needs no time",
    ("balance", "--seconds"): "tests/test_frustration.py: a small network needs no time",
    ("balance", "--top"): "tests/test_balance.py: nothing is in tension here",
    ("cite", "--card"): "tests/test_cli_path_card.py",
    ("communities", "--seed"): "the best division of a small network is found with any seed",
}


def list_rows():
    """Yield every command with each of its own options, as click has them."""
    context = click.Context(explore)
    for name in explore.list_commands(context):
        command = explore.get_command(context, name)
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                for option in (parameter.opts[-1], *parameter.secondary_opts):
                    if option not in EXCEPT and (name, option) not in EXCEPT:
                        yield name, option, parameter


ROWS = list(list_rows())


@pytest.fixture
def case(tmp_path, monkeypatch):
    """Return a folder to write to; the tests run in a case with another version in it."""
    place, out = tmp_path / "case", tmp_path / "out"
    other = place / "other"
    other.mkdir(parents=True)
    out.mkdir()
    files = {"actors": ACTORS, "relations": RELATIONS, "sources": SOURCES, "types": TYPES}
    for name, text in files.items():
        (place / f"{name}.csv").write_text(text)
        (other / f"{name}.csv").write_text(text.replace("A mayor.", "Retired."))
    changed = RELATIONS.replace("ada,bank,funds,2020,2021", "ada,bank,ally,2020,2021")
    (other / "relations.csv").write_text(changed.replace("cy,bank,funds", "cy,dock,funds"))
    (place / "story.md").write_text(STORY)
    (place / "ties.csv").write_text(TIES)
    (place / "layout.json").write_text(LAYOUT)
    (place / "own-layout.json").write_text(LAYOUT.replace("10", "99"))
    monkeypatch.chdir(place)
    return out


def ask(words):
    """Return everything that a command answers with, and the files that it wrote."""
    answer = CliRunner().invoke(explore, words, prog_name="explore")
    return answer.exit_code, answer.stdout_bytes, answer.stderr


def read_files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "option", "parameter"), ROWS, ids=[f"{name} {option}" for name, option, _ in ROWS]
)
def test_it_changes_the_answer_or_is_refused(case, name, option, parameter):
    base = BASE[name] if isinstance(BASE[name], list) else BASE[name].split()
    given = [option]
    if not parameter.is_flag and option != "--sources":
        value = VALUES.get((name, option)) or VALUES[option]
        given += [value] if isinstance(value, str) else value
    beside = BESIDE.get((name, option), BESIDE.get(option, []))
    answers = []
    for number, words in enumerate((beside, [*beside, *given])):
        folder = case / str(number)
        folder.mkdir()
        words = [*(word.replace("{}", str(folder)) for word in base), *words]  # noqa: PLW2901
        code, stdout, stderr = ask(words)
        stdout = stdout.replace(str(folder).encode(), b"")
        answers.append((code, stdout, stderr, read_files(folder)))
    before, after = answers
    assert before[0] in (0, 1), before[2]
    if after[0] == 0:
        assert (before[1], before[3]) != (after[1], after[3])
    else:
        assert (after[0], after[1]) == (2, b"")
        assert option.strip("-") in after[2] or "is left out by the filters" in after[2]


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("path ada dock --limit 2", "--limit needs --all"),
        ("path ada dock --limit 2 --format markdown", "--limit needs --all"),
        ("html --open -o -", "--open needs a file"),
        ("path ada dock --certain", "--certain needs --at, --from or --to."),
        ("path ada dock --at 2020 --to 2021", "--at takes the place of --from and --to."),
        ("show ada --no-unrated", "--no-unrated needs --min-confidence"),
        ("html --layout layout.json --no-layout -o -", "exclude each other"),
        ("sources paper --unsourced", "exclude each other"),
        ("picture --page a4 --width 500 -o -", "exclude each other"),
        ("picture --sources -o -", "--sources needs a pdf"),
    ],
)
@pytest.mark.usefixtures("case")
def test_an_option_that_needs_another_says_so(words, needs):
    code, stdout, stderr = ask(words.split())
    assert (code, stdout) == (2, b"")
    assert needs in stderr


def test_the_table_is_complete():
    assert set(BASE) == set(explore.list_commands(click.Context(explore)))
    options = {option for _, option, _ in ROWS}
    assert not {key for key in EXCEPT if isinstance(key, str)} & options
    assert {key for key in VALUES if isinstance(key, str)} <= options | {
        key[1] for key in EXCEPT if isinstance(key, tuple)
    }
