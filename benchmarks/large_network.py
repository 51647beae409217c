"""Write a large made-up network: the same arguments, the same bytes.

Run it from the repository's root::

    python -m benchmarks.large_network FOLDER --relations 1000000

Actors arrive in turn and get relations to those who have many (preferential attachment:
Barabási & Albert, 1999), four of five within their own community of about 60 actors.
Every community belongs to one of two factions: relations within a faction are mostly positive,
across factions mostly negative. The files have no error and no warning.
"""

from __future__ import annotations

import argparse
import csv
from array import array
from collections.abc import Iterator
from pathlib import Path
from random import Random

COMMUNITY = 60  # actors, on average
RELATIONS_PER_ACTOR = 5
WITHIN = 0.8  # share of relations that stay in a community
NOISE = 0.05  # share of relations whose type belies the factions
KINDS = ("person",) * 12 + ("organisation",) * 4 + ("institution", "state", "movement", "alliance")
NEUTRAL = ("leads", "member_of", "borders", "trades_with", "commands", "hosts")
FRIENDLY = ("ally", "supports", "funds", "supplies")
HOSTILE = ("opposes", "sanctions", "attacks")
CONFIDENCES = ("", "0.5", "0.7", "0.9", "1.0")
FIRST_YEAR, YEARS = 1990, 35
HALF = 0.5
NEUTRAL_SHARE = 0.4
SCRIPTS = (
    "ba de ki lo mu na pe ri so tu va ze ga du li ko".split(),  # noqa: SIM905 - sixteen a line
    "ła dę ki ló mu ną pé rý šo tů wa że gą dů lí kö".split(),  # noqa: SIM905 - sixteen a line
    "ба де ки ло му на пе ри со ту ва зе га ду ли ко".split(),  # noqa: SIM905 - sixteen a line
    "βα δε κι λο μυ να πε ρι σο τυ φα ζε γα δυ λι κο".split(),  # noqa: SIM905 - sixteen a line
)
LATIN = SCRIPTS[0]
ACTOR_COLUMNS = ("id", "name", "kind", "aliases", "description", "start", "reference")
RELATION_COLUMNS = ("source", "target", "type", "start", "weight", "confidence", "reference")


def write_network(folder: Path, relations: int, actors: int | None = None, seed: int = 1) -> Path:
    """Write actors.csv and relations.csv into a folder, row by row, and return the folder."""
    if actors is None:
        actors = max(2, relations // RELATIONS_PER_ACTOR)
    random = Random(seed)  # noqa: S311 - no secret
    count = max(1, actors // COMMUNITY)
    communities = array("l", (int(random.random() * count) for _ in range(actors)))
    factions = [random.random() < HALF for _ in range(count)]
    folder.mkdir(parents=True, exist_ok=True)
    _write_rows(folder / "actors.csv", ACTOR_COLUMNS, _make_actors(actors, communities, random))
    rows = _make_relations(relations, communities, factions, random)
    _write_rows(folder / "relations.csv", RELATION_COLUMNS, rows)
    return folder


def _write_rows(file: Path, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _make_actors(
    count: int, communities: array[int], random: Random
) -> Iterator[tuple[object, ...]]:
    for row in range(count):
        script = SCRIPTS[int(random.random() * len(SCRIPTS))]
        kind = KINDS[int(random.random() * len(KINDS))]
        alias = "" if script is LATIN else make_name(row, LATIN)
        start = FIRST_YEAR - 1 - int(random.random() * YEARS) if kind != "person" else ""
        about = f"Belongs to circle {communities[row] + 1}."
        address = f"https://example.org/actors/{row + 1}"
        yield make_id(row), make_name(row, script), kind, alias, about, start, address


def make_id(row: int) -> str:
    """Return the id of the actor in a row."""
    return f"a{row + 1:07}"


def make_name(row: int, script: list[str]) -> str:
    """Return a name of two words that no other row has, in a script given by 16 syllables."""
    number = row * 0x9E3779B1 % 2**24  # odd, so no two rows below 2**24 share a number
    syllables = [script[number >> shift & 15] for shift in range(0, 24, 4)]
    return "".join(syllables[:3]).title() + " " + "".join(syllables[3:]).title()


def _make_relations(
    count: int, communities: array[int], factions: list[bool], random: Random
) -> Iterator[tuple[object, ...]]:
    actors = len(communities)
    everyone = array("l", [0])  # an actor stands here once for arriving and once for every tie
    circles: list[array[int]] = [array("l") for _ in factions]
    circles[communities[0]].append(0)
    arrived = 1
    for number in range(count):
        due = 1 + (number + 1) * (actors - 1) / count
        if arrived < actors and (arrived == 1 or arrived < due):
            source, arrived = arrived, arrived + 1
            everyone.append(source)
            circles[communities[source]].append(source)
        else:
            source = everyone[int(random.random() * len(everyone))]
        near = circles[communities[source]] if random.random() < WITHIN else everyone
        target = near[int(random.random() * len(near))]
        while target == source:
            target = everyone[int(random.random() * len(everyone))]
        for end in (source, target):
            everyone.append(end)
            circles[communities[end]].append(end)
        friends = factions[communities[source]] == factions[communities[target]]
        yield make_id(source), make_id(target), *_choose_facts(number, random, friends=friends)


def _choose_facts(number: int, random: Random, *, friends: bool) -> tuple[object, ...]:
    """Return the type, start, weight, confidence and reference of a relation."""
    if random.random() < NOISE:
        friends = not friends
    types = NEUTRAL if random.random() < NEUTRAL_SHARE else FRIENDLY if friends else HOSTILE
    return (
        types[int(random.random() * len(types))],
        FIRST_YEAR + int(random.random() * YEARS),
        1 + int(random.random() ** 3 * 20),
        CONFIDENCES[int(random.random() * len(CONFIDENCES))],
        f"https://example.org/reports/{number + 1}",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a large made-up network.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--relations", type=int, default=1_000_000)
    parser.add_argument("--actors", type=int, help="by default a fifth of the relations")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_network(options.folder, options.relations, options.actors, options.seed)


if __name__ == "__main__":
    main()
