r"""layout.json -> an Arrangement of a Network's actors.

::

    {"version": 1,
     "positions": {"minsk": [120, -40]},
     "notes": {"actors": {"minsk": "Ask the archive."}, "relations": {}},
     "state": "#at=2022"}

Every part but the version may be missing. Positions are canvas pixels, y grows downwards. What
names an unknown actor is ignored with a warning; any other shape is an error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from math import inf, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.data.arguments import to_path
from graph.data.file_names import LAYOUT_FILE
from graph.data.limits import Limits
from graph.errors import DataError, Problem, quote_value
from graph.formats.plain_file import FileKind, read_bytes
from graph.names import suggest
from graph.saved.arrangement import Arrangement

if TYPE_CHECKING:
    from graph.select.selection import Selection

LAYOUT = FileKind("layout file", "Save the layout from the page again", largest=20_000_000)
VERSION = 1
PARTS = ("version", "positions", "notes", "state")
NOTED = ("actors", "relations")
FURTHEST = 1_000_000  # canvas pixels from the middle
LONGEST_NOTE = 2_000  # characters
LONGEST_STATE = 8_000
MOST_HINTS = 50
MOST_DIGITS = 20

Report = Callable[..., None]


def find_layout(files: Iterable[Path], layout: str | Path | bool) -> Path | None:  # noqa: FBT001 - or a file
    """Return the layout file that is asked for.

    Parameters
    ----------
    files
        The files of the data.
    layout
        A file; True for the layout.json beside the first of `files`, if there is one; False for
        none.
    """
    if layout is False or layout is None or (isinstance(layout, str) and not layout):
        return None
    if layout is not True:
        return to_path(layout, "layout")
    first = next(iter(files), None)
    path = first.with_name(LAYOUT_FILE) if first else None
    return path if path and os.path.lexists(path) else None  # reading tells what is no file


def read_layout(
    path: Path,
    network: Selection,
    *,
    before: Selection | None = None,
    limits: Limits | None = None,
    strict: bool = False,
) -> Arrangement:
    """Return what a layout file says about the actors and relations of a Network.

    Parameters
    ----------
    path
        The file.
    network
        Whose actors and relations count; notes and positions of others are ignored.
    before
        The data with everything in it, where `network` was made without some: what it knows is no
        stranger.
    limits
        How much is read at the most.
    strict
        Whether a warning, too, is an error.

    Raises
    ------
    DataError
        With every problem, when there is an error among them.
    """
    from graph.formats.encoding import decode

    bounds = limits or Limits()
    text, problems = decode(read_bytes(path, bounds, LAYOUT), path.name, None, LAYOUT)
    arrangement, parse_problems = parse_layout(text, path.name, before or network)
    problems = [*problems, *parse_problems]
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    if any(problem.severity == "error" for problem in problems):
        raise DataError(problems[: max(1, bounds.most_problems)])
    warnings = tuple(problems[: bounds.most_problems])
    return replace(arrangement.among(network), warnings=warnings, file=path)


def parse_layout(text: str, name: str, network: Selection) -> tuple[Arrangement, list[Problem]]:
    """Return the arrangement that a JSON text holds, and every problem in it.

    Parameters
    ----------
    text
        The JSON.
    name
        What problems call the file.
    network
        The actors and relations that are no strangers.

    Examples
    --------
    >>> import graph
    >>> text = '{"version": 1, "positions": {"minks": [1, 2]}}'
    >>> found, problems = parse_layout(text, "layout.json", graph.load_example())
    >>> print(problems[0])
    layout.json: positions: 'minks' is not an actor and is ignored. Did you mean 'minsk' (Minsk)?
    """
    problems: list[Problem] = []

    def report(part: str, what: str, remedy: str = "", *, warning: bool = False) -> None:
        severity: Any = "warning" if warning else "error"
        problems.append(Problem(name, None, part, what, remedy, severity, rule="layout"))

    data = _parse_json(text, name, problems)
    if problems:
        return Arrangement(), problems
    if not isinstance(data, dict) or data.get("version") != VERSION or data["version"] is True:
        what = f"is not {VERSION}."
        report("version", what, "Save the layout from the page again.")
        return Arrangement(), problems
    _check_names(data, PARTS, "", report)
    notes = _require_object(data.get("notes", {}), "notes", report)
    _check_names(notes, NOTED, "notes.", report)
    actors, relations = _collect_names(network)
    positions = _require_object(data.get("positions", {}), "positions", report)
    found = Arrangement(
        dict(_read_positions(positions, actors, report)),
        dict(_read_notes(notes, "actors", actors, report)),
        dict(_read_notes(notes, "relations", relations, report)),
        _read_state(data.get("state", ""), network, report),
    )
    return found, problems


def _parse_json(text: str, name: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - any JSON
    """Return what a JSON text says; invalid JSON and repeated keys are problems."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise ValueError(f"{quote_value(key)} is given twice.")
            found[key] = value
        return found

    def no_number(word: str) -> None:
        raise ValueError(f"{word} is not a number.")

    line = None
    try:
        return json.loads(
            text, object_pairs_hook=once, parse_constant=no_number, parse_int=_parse_whole_number
        )
    except json.JSONDecodeError as error:
        line, what = error.lineno, f"is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}."
    except (ValueError, RecursionError) as error:
        what = "is nested too deeply." if isinstance(error, RecursionError) else str(error)
    problems.append(Problem(name, line, "", what, f"{LAYOUT.save_as}.", rule="layout"))
    return None


def _parse_whole_number(digits: str) -> float:
    """Return a whole number; one with more digits than Python reads is beyond all bounds."""
    return int(digits) if len(digits) <= MOST_DIGITS else inf


def _check_names(
    data: Mapping[str, Any], known: tuple[str, ...], where: str, report: Report
) -> None:
    for name in data:
        if name not in known:
            hint = suggest.suggest_word(name, known) or f"Known: {', '.join(known)}."
            what = f"{quote_value(name)} is not a part of a layout and is ignored."
            report(where.rstrip("."), what, hint, warning=True)


def _require_object(value: object, part: str, report: Report) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    report(part, "is not an object.", 'Write it like {"minsk": ...}.')
    return {}


class _Names:
    """The ids of actors or of relations, and the problem of an unknown one."""

    def __init__(
        self,
        noun: str,
        ids: frozenset[str],
        hint: Callable[[str], str],
        find_current_id: Callable[[str], str],
    ) -> None:
        self.noun, self.ids, self.hint, self.hints = noun, ids, hint, 0
        self.find_current_id = find_current_id

    def find(self, name: str, part: str, report: Report) -> str:
        """Return the id that a name or a former id stands for; empty, with a problem, for none."""
        found = name if name in self.ids else self.find_current_id(name)
        if not found:
            self.hints += 1
            hint = self.hint(name) if self.hints <= MOST_HINTS else ""
            what = f"{quote_value(name)} is not {self.noun} and is ignored."
            report(part, what, hint, warning=True)
        return found


def _collect_names(network: Selection) -> tuple[_Names, _Names]:
    columns = network.columns

    def find_nothing(_: str) -> str:
        return ""

    return (
        _Names(
            "an actor",
            frozenset(columns.actors.cells("id")),
            lambda name: suggest.suggest_actor(name, columns.spellings),
            find_nothing,
        ),
        _Names(
            "a relation", frozenset(columns.relation_ids), find_nothing, columns.find_current_id
        ),
    )


def _read_positions(
    data: Mapping[str, Any], actors: _Names, report: Report
) -> Iterator[tuple[str, tuple[float, float]]]:
    for name, position in data.items():
        if not _is_position(position):
            report(
                "positions",
                f"{quote_value(name)} has no valid position.",
                f"Write two numbers, -{FURTHEST:,} to {FURTHEST:,}.",
            )
        elif found := actors.find(name, "positions", report):
            yield found, (float(position[0]), float(position[1]))


def _is_position(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2  # noqa: PLR2004 - x and y
        and all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in value)
        and all(abs(each) <= FURTHEST and isfinite(each) for each in value)
    )


def _read_notes(
    data: Mapping[str, Any], family: str, names: _Names, report: Report
) -> Iterator[tuple[str, str]]:
    part = f"notes.{family}"
    for name, note in _require_object(data.get(family, {}), part, report).items():
        if not isinstance(note, str):
            report(part, f"the note of {quote_value(name)} is not a text.", "Write it in quotes.")
        elif len(note) > LONGEST_NOTE:
            what = f"the note of {quote_value(name)} has {len(note):,} characters."
            report(part, what, f"Shorten it to {LONGEST_NOTE:,}.")
        elif (found := names.find(name, part, report)) and note.strip():
            yield found, note


def _read_state(state: object, network: Selection, report: Report) -> str:
    """Return a page link without its unknown parts; each of these is a problem."""
    from graph.saved.page_link import LinkVocabulary, read_link

    if not isinstance(state, str) or len(state) > LONGEST_STATE or state[:1] not in ("", "#"):
        report(
            "state",
            f"is not a page link of at most {LONGEST_STATE:,} characters.",
            "Begin it with #.",
        )
        return ""
    if not state:
        return ""
    link, flaws = read_link(state, LinkVocabulary(network))
    for flaw_part, complaint in flaws:
        report("state", f"#{flaw_part}: {complaint.what}", complaint.remedy, warning=True)
    return link.hash
