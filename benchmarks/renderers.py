"""Open the same network, at the same positions, as our page and with other libraries.

    npm ci --prefix benchmarks
    python -m benchmarks.renderers [--rounds 5] [--sizes 1000 5000 20000]

Every page is opened in every round, one after the other, in a headless Chromium without a GPU 1440
pixels wide and 900 high; the others name as many actors as our page. Times count from the start of
the navigation to the second frame after the first full drawing, which each page tells while it
draws. Strokes are calls of a canvas's stroke and fill, or WebGL's draws, counted in an opening of
its own: until half a second after the drawing, and while the mouse moves 90 times. Tasks are those
of the largest size while the mouse pans, the wheel zooms, the mouse hovers and, on our page,
letters are typed into the search; the part between the first and the last stroke of a task is its
drawing; they are medians of three rounds. The smallest page of pyvis is opened once.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import Data
from benchmarks.pages_process import (
    DRAWN,
    SIZE,
    THEIRS,
    TIMEOUT,
    start_browser,
    wait_until_drawn,
)
from benchmarks.timing import ROOT, build_peer_command, build_python_command, run

MODULES = ROOT / "benchmarks" / "node_modules"
VENDORED = ROOT / "explorer" / "page" / "assets" / "vendor"
LIBRARIES: Mapping[str, Sequence[Path]] = {
    "vis_network": [VENDORED / "vis-network" / "vis-network.min.js"],
    "sigma": [
        MODULES / "graphology" / "dist" / "graphology.umd.min.js",
        MODULES / "sigma" / "dist" / "sigma.min.js",
    ],
    "cytoscape": [MODULES / "cytoscape" / "dist" / "cytoscape.min.js"],
}
SMALL = 1_000  # relations; pyvis draws no more within a minute
STEPS = 90  # moves of the mouse
REPORTED = 3  # rounds in which strokes and tasks are counted
SETTLED = 500  # milliseconds after the drawing
# Names are the last of our drawing, as of the others'; the frame in which the first is painted is
# told as theirs is. To ask our page for a report of its drawing would cost it time.
OURS = f"""{DRAWN}
const owner = CanvasRenderingContext2D.prototype;
const fillText = owner.fillText;
owner.fillText = function (...words) {{
  owner.fillText = fillText;
  drawn();
  return fillText.apply(this, words);
}};
"""
COUNT = """
window.strokes = 0;
window.spans = [];
const note = () => {
  const now = performance.now();
  window.strokes += 1;
  const last = window.spans.at(-1);
  if (last && now - last[1] < 4) last[1] = now;
  else window.spans.push([now, now]);
};
const wrap = (owner, names) => names.forEach((name) => {
  const own = owner?.prototype[name];
  if (own) owner.prototype[name] = function (...words) { note(); return own.apply(this, words); };
});
wrap(window.CanvasRenderingContext2D, ["stroke", "fill"]);
for (const owner of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
  wrap(owner, ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]);
}
window.tasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.tasks.push([startTime, duration]);
}).observe({ type: "longtask" });
"""
REPORT = """() => {
  const tasks = window.tasks.map(([start, duration]) => {
    const inside = window.spans.filter(([from, to]) => from >= start && to <= start + duration);
    const drawing = inside.reduce((sum, [from, to]) => sum + to - from, 0);
    return [duration, duration - drawing];
  });
  const report = {
    strokes: window.strokes,
    task: Math.max(0, ...tasks.map(([whole]) => whole)),
    beyond: Math.max(0, ...tasks.map(([, rest]) => rest)),
  };
  window.strokes = 0;
  window.tasks = [];
  window.spans = [];
  return report;
}"""

Report = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure our page against other renderers.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    parser.add_argument("--wait", action="store_true", help="for Enter, before anything is timed")
    options = parser.parse_args()
    data = Data(1_000, 5_000, 20_000, options.rounds, options.rounds)
    with tempfile.TemporaryDirectory() as directory, start_browser() as browser:
        folder = Path(directory)
        pages = {size: _write_pages(browser, data, size, folder) for size in options.sizes}
        print("pages are written", file=sys.stderr, flush=True)
        if options.wait:
            input()
        for size, files in pages.items():
            times = _time_pages(browser, files, options.rounds)
            reports = {name: _report_rounds(browser, name, page) for name, page in files.items()}
            print(_render_rows(size, times, reports), flush=True)


def _write_pages(browser: Any, data: Data, size: int, directory: Path) -> dict[str, Path]:  # noqa: ANN401
    """Write a network's page with each of the libraries."""
    folder = data.make_folder(size)
    others = [*LIBRARIES, *(["pyvis_page"] if size <= SMALL else [])]
    pages = {name: directory / f"{name}_{size}.html" for name in ("ours", *others)}
    words = "--data", str(folder), "html", "-o", str(pages["ours"])
    run(build_python_command("-m", "explorer", *words))
    if "pyvis_page" in pages:
        run(build_peer_command("pyvis_page", str(folder), str(pages["pyvis_page"])))
    drawing = _list_drawing(folder, _count_names(browser, pages["ours"]))
    for name, libraries in LIBRARIES.items():
        own = ROOT / "benchmarks" / "renderers_js" / f"{name}.js"
        texts = [each.read_text(encoding="utf-8") for each in (*libraries, own)]
        scripts = "".join(f"<script>{text}</script>" for text in texts)
        page = (
            '<!doctype html><meta charset="utf-8"><style>html, body, #network { margin: 0; '
            'width: 100%; height: 100% }</style><div id="network"></div>'
            f"<script>const data = {json.dumps(drawing)};</script>{scripts}"
        )
        pages[name].write_text(page, encoding="utf-8")
    return pages


def _count_names(browser: Any, page: Path) -> int:  # noqa: ANN401
    """Count the actors that our page names when it is opened: the others name as many."""
    context = browser.new_context(viewport=SIZE, offline=True)
    opened = context.new_page()
    opened.add_init_script(OURS)
    wait_until_drawn(opened, page.as_uri())
    count: int = opened.evaluate("actorExplorer.drawing().labels.length")
    context.close()
    return count


def _list_drawing(folder: Path, named: int) -> dict[str, Any]:
    """List what the other libraries draw: our positions, and a line for each pair of actors.

    The foremost have names.
    """
    import graph
    from graph.layout.positions import compute_positions

    network = graph.load(folder)
    positions = compute_positions(network)
    source, target = network.columns.endpoints
    pairs = zip(source, target, strict=True)
    lines = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    degrees = [0] * len(positions)
    for line in lines:
        for end in line:
            degrees[end] += 1
    order = sorted(range(len(positions)), key=lambda row: -degrees[row])
    most = max(degrees)
    return {
        "names": list(network.columns.actors.cells("name")),
        "x": [x for x, _ in positions],
        "y": [y for _, y in positions],
        "radii": [3 + 9 * (degree / most) ** 0.5 for degree in degrees],
        "named": order[:named],
        "lines": lines,
    }


def _choose_script(name: str) -> str:
    """Choose the script that reports when a page is drawn."""
    return {"ours": OURS, "pyvis_page": THEIRS}.get(name, f"{DRAWN}window.drawn = drawn;")


def _time_pages(browser: Any, pages: Mapping[str, Path], rounds: int) -> dict[str, list[float]]:  # noqa: ANN401
    """Time the opening of every page in every round, in turn."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(rounds):
        for name, page in pages.items():
            if name == "pyvis_page" and number:
                continue
            context = browser.new_context(viewport=SIZE, offline=True)
            opened = context.new_page()
            opened.add_init_script(_choose_script(name))
            times[name].append(wait_until_drawn(opened, page.as_uri()))
            context.close()
    return times


def _report_rounds(browser: Any, name: str, page: Path) -> dict[str, Report]:  # noqa: ANN401
    """Report a page some times, and take the median of each figure."""
    times = 1 if name == "pyvis_page" else REPORTED  # it takes half a minute to open
    rounds = [report for _ in range(times) if (report := _report_page(browser, name, page))]
    return {
        what: {key: statistics.median(each[what][key] for each in rounds) for key in report}
        for what, report in (rounds[0] if rounds else {}).items()
    }


def _report_page(browser: Any, name: str, page: Path) -> dict[str, Report]:  # noqa: ANN401
    """Count the strokes of a page, and measure its longest tasks."""
    context = browser.new_context(viewport=SIZE, offline=True)
    opened = context.new_page()
    opened.add_init_script(COUNT + _choose_script(name))
    reports = {}
    if wait_until_drawn(opened, page.as_uri()) < TIMEOUT:
        opened.wait_for_timeout(SETTLED)
        reports["opening"] = opened.evaluate(REPORT)
        for what, act in ACTS.items():
            act(opened, name)
            opened.wait_for_timeout(SETTLED)
            reports[what] = opened.evaluate(REPORT)
    context.close()
    return reports


def _hover(page: Any, _: str) -> None:  # noqa: ANN401
    for step in range(STEPS):
        page.mouse.move(500 + 4 * step, 300 + 300 * (step % 10) / 10)


def _pan(page: Any, _: str) -> None:  # noqa: ANN401
    page.mouse.move(700, 450)
    page.mouse.down()
    for step in range(STEPS // 3):
        page.mouse.move(700 + 8 * (step % 15), 450 + 5 * (step % 15))
    page.mouse.up()


def _zoom(page: Any, _: str) -> None:  # noqa: ANN401
    page.mouse.move(700, 450)
    for step in range(10):
        page.mouse.wheel(0, -120 if step < 5 else 120)  # noqa: PLR2004 - in, then out
        page.wait_for_timeout(60)


def _type(page: Any, name: str) -> None:  # noqa: ANN401
    if name == "ours":
        page.get_by_role("combobox").first.press_sequentially("northern", delay=80)


ACTS = {"hovering": _hover, "panning": _pan, "zooming": _zoom, "typing": _type}


def _render_rows(
    size: int, times: Mapping[str, Sequence[float]], reports: Mapping[str, Mapping[str, Report]]
) -> str:
    """Render a row of the table for each page."""
    rows = []
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        ratios = [ours / own for ours, own in zip(times["ours"], seconds, strict=False)]
        report = reports[name]
        moves = ("panning", "zooming", "hovering", "typing")
        tasks = [_render_task(report[what]) for what in moves] if report else [""] * len(moves)
        strokes = (report[what]["strokes"] if report else None for what in ("opening", "hovering"))
        cells = [
            f"{size:,}",
            name,
            f"not within {TIMEOUT} s" if middle >= TIMEOUT else f"{middle:.2f} s",
            f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})",
            *("" if count is None else f"{count:,.0f}" for count in strokes),
            *tasks,
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _render_task(report: Report) -> str:
    """Render the longest task, and what it takes beyond its drawing, in milliseconds."""
    return f"{report['task']:.0f} ({report['beyond']:.0f})" if report["task"] else "under 50"


if __name__ == "__main__":
    main()
