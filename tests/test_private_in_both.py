"""Two versions that are published: what one of them marks as private is in neither."""

import pytest
from click.testing import CliRunner
from rendered import unpack_frame
from tiny_network import folder

import explorer
import graph
from explorer.cli import explore
from explorer.page import build_page
from graph.comparison.private_in_both import mark_in_both

ACTORS = """\
id,name,kind,phone,private
a,Ann,person,phone-of-ann,
b,Bob,person,,
z,Zed Secret,person,phone-of-zed,{}
"""
RELATIONS = """\
source,target,type,start,reference,note,id,private
a,b,funds,{end},s,Plain,,
a,b,opposes,2020,t,Whispered,,{whisper}
b,z,ally,,u,,,
a,b,ally,,,Loud,r9,{loud}
"""
SOURCES = "id,title,private\ns,Open source,\nt,Closed source,{}\nu,Zed source,\n"


@pytest.fixture
def folders(tmp_path):
    """Zed and the whisper are private before, what is loud and the source t are after."""
    texts = {
        "may": (ACTORS.format("yes"), {"end": 2020, "whisper": "yes", "loud": ""}, ""),
        "june": (ACTORS.format("no"), {"end": 2021, "whisper": "", "loud": "yes"}, "yes"),
    }
    for name, (actors, cells, source) in texts.items():
        (tmp_path / name).mkdir()
        folder(
            tmp_path / name,
            actors=actors,
            relations=RELATIONS.format(**cells),
            sources=SOURCES.format(source),
        )
    return [tmp_path / "may", tmp_path / "june"]


SECRET = ["Zed", "phone-of-zed", "Whispered", "Loud", "r9", "Closed source"]
OPEN = ["Ann", "phone-of-ann", "Plain", "Open source"]


@pytest.mark.parametrize("turned", [False, True])
def test_what_either_version_marks_is_in_no_page(folders, turned):
    versions = [graph.load(each) for each in (folders[::-1] if turned else folders)]
    text = build_page(graph.compare(*versions))
    assert [word for word in SECRET if word in text] == []
    assert [word for word in OPEN if word not in text] == []
    assert 'sha256":"' not in text, "a digest might give a value away"
    whole = build_page(graph.compare(*versions), include_private=True)
    assert [word for word in SECRET if word not in whole] == []


@pytest.mark.slow
def test_the_notebook_withholds_the_same(folders):
    found = explorer.compare(*map(explorer.load, folders))
    shown = found.html() + unpack_frame(found._repr_html_())
    assert [word for word in SECRET if word in shown] == []
    assert "Whispered" in found.html(include_private=True)


def test_the_command_line_does_and_says_how_much(folders, tmp_path):
    words = ["html", *map(str, folders), "-o", str(tmp_path / "page.html")]
    answer = CliRunner().invoke(explore, words, prog_name="explore")
    assert answer.exit_code == 0
    for version in folders:
        assert f"Withheld from {version}: 1 actor, 3 relations and 2 sources." in answer.stderr
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert [word for word in SECRET if word in text] == []
    assert "explore html BEFORE" not in text


def test_a_column_of_one_version_can_be_left_out_of_both(folders):
    june = folders[1] / "actors.csv"
    june.write_text(june.read_text().replace("kind,phone", "kind,mobile"))
    for column in ("phone", "mobile"):
        words = ["html", *map(str, folders), "--redact", column, "-o", "-"]
        answer = CliRunner().invoke(explore, words, prog_name="explore")
        assert answer.exit_code == 0, answer.stderr
        assert "phone-of-ann" in answer.stdout
    words = ["html", *map(str, folders), "--redact", "phone", "--redact", "mobile", "-o", "-"]
    assert "phone-of-ann" not in CliRunner().invoke(explore, words, prog_name="explore").stdout
    words = ["html", *map(str, folders), "--redact", "fax", "-o", "-"]
    answer = CliRunner().invoke(explore, words, prog_name="explore")
    assert (answer.exit_code, answer.stdout) == (2, "")


@pytest.mark.nightly
@pytest.mark.slow
def test_versions_that_withhold_nothing_stay_as_they_are():
    net = graph.load_example()
    found = graph.compare(net, net.only("funds"))
    assert mark_in_both(net, net.only("funds"))[0] is net
    assert build_page(found) == build_page(found, include_private=True)


def test_a_mended_relation_stays_private(folders):
    may = folders[0] / "relations.csv"
    may.write_text(may.read_text().replace("opposes,2020", "opposes,2019"))
    before, after = mark_in_both(*map(graph.load, folders))
    assert [relation.note for relation in after.public().relation_rows] == ["Plain"]
    assert [relation.note for relation in before.public().relation_rows] == ["Plain"]
