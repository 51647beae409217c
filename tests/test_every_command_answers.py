"""Whatever `check` passes, every command answers: or refuses with an error of ours."""

import os
import tempfile
from pathlib import Path

import pytest
from any_network import CONFIDENCES, DATES, generous_networks, networks
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from terminal import run

import explorer
import graph
from graph.analysis.centrality import MEASURES

EXAMPLES = int(os.environ.get("NETWORKS", "0"))  # more of them, and other ones, when asked for
FORMATS = ["text", "json", "csv", "markdown"]
COMMANDS = [
    *(["path", "n0", end] for end in ("n1", "n2", "n0")),
    ["path", "n0", "n1", "--directed", "--all"], ["between", "n0", "n1", "n2"],
    ["find", "A any B; B -|+ ?"], ["cut", "n0", "n1"],
    ["cut", "n0", "n2", "--relations", "--directed"],
    ["ego", "n0", "--depth", "3"],
    *(["show", one] for one in ("n0", "n1")),
    *(["centrality", "--by", by] for by in MEASURES),
    *(["centrality", "--by", by, "--weighted", "--directed"] for by in MEASURES),
    ["centrality", "--doubt", "--draws", "3"], ["camps", "--doubt", "--draws", "2"],
    ["timeline"], ["timeline", "--every", "month", "--certain"],
    ["centrality", "--sampled"], ["centrality", "--exact", "--top", "1"],
    ["communities", "--members"], ["communities", "--weighted"], ["structure"],
    ["brokers"], ["brokers", "--between", "camp", "--players", "2"],
    ["balance"], ["balance", "--by-confidence", "--top", "1"],
    ["whatif", "--without", "n0", "--path", "n1", "n2"],
    ["camps"], ["camps", "--k", "3", "--signed-only"],
    ["sources"], ["sources", "paper"], ["sources", "--unsourced"],
    ["story"], ["check"], ["check", "--strict"],
]  # fmt: skip
FILES = [
    ["html", "-o", "a.html"], ["html", "-o", "b.html", "--include-private", "--embed"],
    ["html", "-o", "c.html", "--no-story", "--no-layout", "--redact", "actors.start"],
    *(["picture", "-o", f"a.{ending}", "--size-by", "degree"] for ending in ("svg", "png", "pdf")),
    ["picture", "-o", "b.pdf", "--sources", "--include-private", "--theme", "dark", "--page", "a4"],
    ["brief", "-o", "a.md"], ["brief", "-o", "b.pdf", "--include-private"],
    ["save", "clean"], ["extract", "near", "--ego", "n0"],
]  # fmt: skip
DRAWN = ("html", "picture", "brief")
FILTERED = {
    "path",
    "between",
    "cut",
    "ego",
    "find",
    "show",
    "centrality",
    "communities",
    "structure",
    "balance",
    "brokers",
    "camps",
    "sources",
    "html",
    "picture",
    "brief",
    "save",
    "extract",
    "compare",
}
filters = st.sampled_from(
    [
        *([] for _ in range(12)),
        *(["--at", date] for date in DATES if date[:1].isdigit()),
        *(["--min-confidence", value] for value in CONFIDENCES if value),
        *([option, "ally,funds"] for option in ("--only", "--avoid")),
        *([option, "person"] for option in ("--kind", "--avoid-kind")),
        ["--avoid-actor", "n1"], ["--only-actor", "n0"], ["--without-source", "paper"],
        ["--at", "2022", "--certain", "--min-confidence", "0.5", "--no-unrated"],
    ]
)  # fmt: skip
asked = st.tuples(st.sampled_from(COMMANDS), st.sampled_from(FORMATS)).map(
    lambda pair: [*pair[0], "--format", pair[1]]
)
MODEST = {"max_examples": 12, "derandomize": True} if not EXAMPLES else {"max_examples": EXAMPLES}


def lay(folder, files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def check_answer(words, folder, data=None):
    """Ask; an answer, or one error of ours, and nothing else."""
    answer = run(*words, data=data or folder)
    error = answer.exception
    if error is not None and not isinstance(error, SystemExit):
        raise error
    assert answer.exit_code in (0, 1, 2, 3), words
    assert "Traceback" not in answer.output, words
    assert answer.output or words[0] in ("check", "save", "extract"), words


def take_the_api(folder):
    """Ask in Python what a notebook asks."""
    net = explorer.load(folder)
    frames = (net.actors, net.relations, net.sources, net.graph)
    for build in (
        lambda: graph.Network.from_frames(*frames[:2], sources=frames[2]),
        lambda: graph.Network.from_graph(net.graph),
        lambda: net.public().graph,
        lambda: [str(net.profile(actor.id)) for actor in net.actor_rows],
        lambda: net.story,
        lambda: graph.compare(net, net.avoid("ally")).to_dict(),
        lambda: net.centrality(*MEASURES).frame,
        lambda: net.communities().frame,
        lambda: net.structure().frame,
        lambda: net.balance().frame,
        lambda: net.brokers().frame,
        lambda: net.camps().frame,
    ):
        try:
            build()
        except graph.GraphError as error:
            str(error)


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=list(HealthCheck), **MODEST)
@given(
    files=networks() | generous_networks(),
    changed=networks() | generous_networks(),
    commands=st.lists(st.tuples(asked | st.sampled_from(FILES), filters), min_size=6, max_size=12),
)
def test_whatever_check_passes_every_command_answers(files, changed, commands):
    with tempfile.TemporaryDirectory() as place:
        folder = lay(Path(place) / "data", files)
        passed = run("check", data=folder).exit_code == 0
        event(f"check passes: {passed}")
        for words, extra in commands:
            chosen = extra if words[0] in FILTERED else []
            output = [str(Path(place) / word) if "." in word else word for word in words[:3]]
            if words[0] in ("save", "extract"):
                output = [words[0], str(Path(place) / words[1]), *words[2:]]
            more = words[3:] if words[0] in DRAWN else words[len(output) :]
            made = output if words[0] in (*DRAWN, "save", "extract") else words[:3]
            check_answer([*made, *more, *chosen], folder)
        after = lay(Path(place) / "after", changed)
        check_answer(["compare", str(folder), str(after), "--format", "json"], folder)
        if passed:
            take_the_api(folder)
