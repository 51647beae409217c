"""Two versions in one page: the switch, what is told of changes, each answering for itself."""

import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from accessibility import axe_source, violations
from hostile import hostile_folder
from labels import say
from touching import FEW, WATCH, outrages, touch

import explorer
import graph
from explorer.page import Presentation, build_page

CASES = Path(__file__).parent / "cases"
FOLDERS = {"before": CASES / "evidence", "after": CASES / "evidence_later"}


@pytest.fixture(scope="module")
def found():
    """Two small folders: Hal added, Gil removed, Ann and Cy changed, and relations likewise."""
    return graph.compare(*map(graph.load, FOLDERS.values()))


@pytest.fixture(scope="module")
def versions_page(page_of, found):
    return page_of(found, title="Two versions")


def row(one, change):
    return one.page.locator(f'.versions .legend-toggle[data-key="change {change}"]')


def ids(rows):
    return {each.id for each in rows}


def test_the_page_says_what_was_compared_and_from_which_files(found):
    told = build_page(found)
    assert f'<p class="dek" dir="auto">{found.sentence}</p>' in told
    title = Presentation().complete(found.after).title
    assert f"<title>What changed: {title}</title>" in told
    for version, folder in FOLDERS.items():
        for name in ("actors.csv", "relations.csv", "sources.csv"):
            digest = sha256((folder / name).read_bytes()).hexdigest()
            assert f'{{"file":"{version}/{name}","sha256":"{digest}"}}' in told
    assert str(CASES) not in told
    assert build_page(found) == told, "the same versions give the same bytes"
    assert (
        build_page(found, Presentation(description="Mine", title="Own")).count("What changed:") == 0
    )


def test_the_notebook_has_the_same_page(found, tmp_path):
    own = explorer.compare(*map(explorer.load, FOLDERS.values()))
    assert own.sentence == found.sentence
    assert own.save(tmp_path / "page.html", title="T").read_text(encoding="utf-8") == own.html(
        title="T"
    )
    assert "explorer.compare(...).html()" in own.html()
    assert own._repr_html_().startswith('<iframe title="Interactive network"')


def test_measures_are_of_the_later_version(found):
    told = build_page(found)
    carried = re.search(r'<script id="document" type="application/json">(.*?)</script>', told)
    known = json.loads(carried[1])
    assert [one["label"] for one in known["measures"]][:1] == ["degree"]
    union = found.union.network
    later = found.after.centrality("degree")
    scores = dict(zip((a.id for a in later.actors), later.scores["degree"], strict=True))
    from explorer.page.packed_columns import unpack

    ours = unpack(known["measures"][0]["scores"], len(union.actor_rows))
    assert ours == [scores.get(actor.id) for actor in union.actor_rows]
    assert None in ours
    kept = replace(found.union.earlier, relation_numbers=found.union.network.relation_numbers)
    assert {a.id: a.name for a in kept.actor_rows}["a"] == "Ann"


def test_without_javascript_the_tables_tell_the_change(found):
    told = build_page(found)
    plain = told[told.index('id="plain">') : told.index('<script id="document"')]
    assert plain.count('<th scope="col">Change</th>') == 2
    assert "<td>changed: name: Anna, was Ann; aliases: Ann, was blank" in plain
    assert "<td>added" in plain
    assert "<td>removed" in plain
    assert '<th scope="col">Change</th>' not in build_page(found.after)


def place(drawing, actor):
    position = drawing["positions"][actor]
    return position["x"], position["y"]


@pytest.mark.browser
def test_the_switch_shows_each_version_and_leaves_everybody_in_place(visit, versions_page, found):
    one = visit(versions_page)
    both = one.drawing
    assert both["relations"] == len(found.union.network.relation_rows)
    assert both["signs"].count("+") == len(found.added_actors) + len(found.added_relations)
    assert both["signs"].count("−") == len(found.removed_actors) + len(found.removed_relations)
    assert both["signs"].count("~") == len(found.changed_actors) + len(found.changed_relations)
    for name, net in (("before", found.before), ("after", found.after)):
        button = one.page.locator(".versions").get_by_role("button", name=name.capitalize())
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert one.state == f"#version={name}"
        shown = one.drawing
        assert shown["relations"] == len(net.relation_rows)
        assert set(shown["positions"]) == ids(net.actor_rows)
        places = [place(both, actor) for actor in shown["positions"]]  # sizes follow the version
        assert places == [place(shown, actor) for actor in shown["positions"]]
        assert set(shown["signs"]) <= {"?", "×"}
        labels = {label["actor"]: label["text"] for label in shown["labels"]}
        assert labels["a"] == {"before": "Ann", "after": "Anna"}[name]
    one.said("After: ")
    one.page.locator("#plate-note").get_by_role("button", name="Show both").click()
    assert one.state == ""
    for expected in ("#version=before", "#version=after", ""):
        one.page.locator("body").press("v")
        assert one.state == expected


@pytest.mark.browser
def test_what_changed_is_a_filter_with_counts(visit, versions_page, found):
    one = visit(versions_page)
    counts = {
        "added": len(found.added_relations),
        "removed": len(found.removed_relations),
        "changed": len(found.changed_relations),
        "same": 3,
    }
    for label, count in counts.items():
        assert int(row(one, label).locator(".count").inner_text()) == count
    row(one, "same").click()
    assert one.state == "#hide_changes=same"
    shown = one.drawing
    assert shown["relations"] == sum(counts.values()) - 3
    assert "f" not in shown["positions"], "nothing of Fay changed"
    assert {"h", "g", "d"} <= set(shown["positions"])
    one.page.locator("#legend").get_by_role("button", name="Show all").click()
    row(one, "added").dblclick()
    assert one.drawing["relations"] == counts["added"]
    alone = visit(versions_page, "#version=after&hide_changes=added,nonsense,__proto__")
    assert alone.state == "#version=after&hide_changes=added"


@pytest.mark.browser
def test_every_change_is_told_in_words(visit, versions_page):
    one = visit(versions_page)
    details = one.page.locator("#panel-details")
    assert "Before: 7 actors, 7 relations. After: 7 actors, 6 relations." in details.inner_text()
    summaries = details.locator(".changes summary")
    assert summaries.all_inner_texts() == [
        "+Added: 1 actor, 1 relation",
        "−Removed: 1 actor, 2 relations",
        "~Changed: 2 actors, 2 relations",
    ]
    summaries.nth(2).click()
    links = details.locator(".changes .rest-link")
    links.first.wait_for()  # a fold is filled when the browser says that it was opened
    assert links.all_inner_texts() == [
        "Anna (person)", "Cy (organisation)", say("Anna [funds!] Bob (2020 to 2021)"),
        say("Anna [opposes] Dee (from 2023)"),
    ]  # fmt: skip
    links.first.click()
    assert one.state == "#actor=a"
    told = details.locator(".card-head .change").inner_text()
    assert "Changed" in told
    assert "name: Anna, was Ann" in told
    assert "weight: 2, was 1" in details.locator(".tie .change").all_inner_texts()[0]
    one.page.locator(".versions").get_by_role("button", name="Before").click()
    assert details.locator("#card-title").inner_text() == "Ann"
    assert "weight 2" not in details.locator(".tie .facts").all_inner_texts()
    table = visit(versions_page, "#view=table")
    cells = table.page.locator("#data-table td").all_inner_texts()
    assert "changed: kind: organisation, was state" in cells
    table.page.get_by_role("tab", name="Timeline").click()
    flags = table.page.locator(".timeline-row .flag").all_inner_texts()
    assert sorted(flags) == ["added", "changed", "changed", "disputed, removed", "removed"]
    about = visit(versions_page, "#panel=about").page.locator("#panel-about").inner_text()
    assert "before/actors.csv" in about
    assert "7 actors, 6 relations" in about


@pytest.mark.browser
def test_a_version_answers_for_itself(visit, versions_page, found):
    for name, net in (("before", found.before), ("after", found.after)):
        one = visit(versions_page, f"#version={name}")
        for target in ("c", "d"):
            ours = net.path("a", target)
            theirs = one.find("a", target)
            assert (theirs["length"], theirs["path_count"]) == (ours.length, ours.path_count)
            assert [path["sentence"] for path in theirs["paths"]] == [
                path.sentence for path in ours.paths
            ]
        one.page.get_by_role("tab", name="Sources").click()
        told = one.page.locator("#panel-sources .source").all_inner_texts()
        for each, text in zip(net.evidence().sources, told, strict=False):
            verb = "relation rests" if each.relation_count == 1 else "relations rest"
            alone = f" ({each.alone_count} on it alone)" if each.alone_count else ""
            assert text.startswith(each.source.citation)
            assert f"\n{each.relation_count} {verb} on it{alone}, " in text


@pytest.mark.browser
@pytest.mark.parametrize(("hash_", "scheme"), [("#actor=a", "light"), ("#version=before", "dark")])
def test_axe_finds_nothing(visit, versions_page, hash_, scheme):
    one = visit(versions_page, hash_, color_scheme=scheme)
    assert violations(one, axe_source()) == []


@pytest.mark.browser
def test_a_page_of_one_version_knows_no_switch(visit, belarus_page):
    one = visit(belarus_page, "#version=before&hide_changes=same")
    assert one.state == ""
    assert one.page.locator(".versions").count() == 0
    one.page.locator("body").press("v")
    assert one.state == ""


@pytest.mark.nightly
@pytest.mark.browser
def test_nothing_runs_in_two_hostile_versions(visit, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    before = graph.load(hostile_folder(tmp_path / "a"))
    mended = hostile_folder(tmp_path / "b") / "relations.csv"
    text = mended.read_text(encoding="utf-8")
    mended.write_text(text.replace('"asserts"', '"disputes"'), encoding="utf-8", newline="")
    half = before.avoid_actor(*[actor.id for actor in before.actor_rows[:5]])
    path = tmp_path / "page.html"
    found = graph.compare(half, graph.load(tmp_path / "b"))
    assert found.changed_relations
    assert found.added_actors
    path.write_text(build_page(found), encoding="utf-8", newline="\n")
    one = visit(path, watch=WATCH)
    for summary in one.page.locator(".changes summary").all():
        summary.click()
    for part in ("#filters", "#panel-details"):
        assert touch(one, part, "", FEW) > 0
    assert outrages(one) == []
