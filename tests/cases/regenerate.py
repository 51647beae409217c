"""Write the cases that pytest, node and the browser share: `python tests/cases/regenerate.py`.

The questions are kept by hand in path_questions.csv, best_path_questions.csv, name_queries.csv,
labelled_names.csv, evidence_questions.csv and evidence_through_questions.csv; the answers are the
engine's. Those in
wording and wording_steps.csv are written by hand, and so are the answers in no_path_questions.csv.
Nobody need trust them: tests/test_shared_paths.py, tests/test_shared_names.py and
tests/test_evidence.py check every one without the code that gave it, and that no file is stale.
labelled_names.csv says of each name who is meant, whatever the engine makes of it.
time_questions.csv and time_steps.csv have states and paths in time of tiny networks, worked out by
hand.
score_filters.csv has filters of page links, and every measure of the page is asked under each.
timeline_questions.csv has filters under which a network is measured over time.
what_if_questions.csv has filters of page links, under which actors and sources are left out.
order_questions.csv has equally short paths in the order that is due, worked out by hand, and
card_questions.csv what is said of paths; timed_questions.csv has paths in time.
camp_questions.csv has networks in conflict; tests/test_shared_camps.py checks every answer.
asked.json and confusions.json are written by hand, answers and all; fold.json is the table that
folds the names of the latter, name_parts.json says which parts of them are enough.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import graph
from explorer.page.comparison_document import build_comparison_document
from explorer.page.document import build_network_document
from explorer.page.fold_table import build_fold_table
from explorer.page.measures import build_communities, build_measures
from explorer.page.name_parts import build_name_parts
from graph.analysis.withdrawal import Withdrawal
from graph.data.sentences import qualify_sentence
from graph.errors import ActorAmbiguous, ActorNotFound
from graph.select.used_types import list_used_kinds, list_used_types

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))
from area_cases import make_area_cases  # noqa: E402 - beside the tests
from camp_cases import make_camp_case  # noqa: E402 - beside the tests
from card_cases import make_card_cases  # noqa: E402 - beside the tests
from order_cases import make_order_cases  # noqa: E402 - beside the tests
from question_cases import make_pattern_cases, make_question_case  # noqa: E402 - beside the tests
from score_cases import make_score_case  # noqa: E402 - beside the tests
from time_cases import make_case, make_step_case  # noqa: E402 - beside the tests
from timed_cases import make_timed_cases  # noqa: E402 - beside the tests
from timeline_cases import make_timeline_cases  # noqa: E402 - beside the tests
from what_if_cases import make_what_if_cases  # noqa: E402 - beside the tests

LIMIT = 100
YES = "yes"
PATH_FIELDS = (
    "length",
    "path_count",
    "positive_count",
    "negative_count",
    "mixed_count",
    "influence_count",
    "types_without_influence",
    "notes",
    "paths",
)


def path_case(net: graph.Network, asked: dict[str, str]) -> dict[str, Any]:
    """Return one question about a path together with its answer."""
    question = {
        "from": asked["from"],
        "to": asked["to"],
        **{name: listed(asked[name]) for name in ("only", "avoid", "avoid_actor", "only_actor")},
        "at": asked["at"],
        "certain": asked["certain"] == YES,
        "directed": asked["directed"] == YES,
    }
    kept = filtered(net, question)
    ends = question["from"], question["to"]
    answer = kept.path(*ends, directed=question["directed"], limit=LIMIT).to_dict()
    return question | {name: answer[name] for name in PATH_FIELDS}


BEST_FIELDS = (
    *("through", "by", "k", "max_length", "hubs", "length", "path_count", "is_least"),
    *("cut_short", "positive_count", "negative_count", "mixed_count", "influence_count", "notes"),
)


def best_path_case(net: graph.Network, asked: dict[str, str]) -> dict[str, Any]:
    """Return one question about the best paths together with its answer."""
    options: dict[str, Any] = {
        "by": asked["by"] or "steps",
        "k": int(asked["k"]) if asked["k"] else None,
        "max_length": int(asked["max_length"]) if asked["max_length"] else None,
        "hubs": asked["hubs"] != "no",
        "directed": asked["directed"] == YES,
    }
    question = {name: listed(asked[name]) for name in ("actors", "avoid")}
    answer = net.avoid(question["avoid"]).path(*question["actors"], limit=5, **options).to_dict()
    why = answer.get("why")
    return {
        **question,
        **options,
        "answer": {name: answer[name] for name in BEST_FIELDS},
        "paths": [
            [path[name] for name in ("actors", "relations", "sentence", "confidence")]
            for path in answer["paths"]
        ],
        "why": why and [why["obstacle"], [each["name"] for each in why["without"]], why["actors"]],
    }


def filtered(net: graph.Network, question: dict[str, Any]) -> graph.Network:
    """Return what the filters of a question keep."""
    if question["only"]:
        net = net.only(question["only"])
    if question["only_actor"]:
        net = net.only_actor(question["only_actor"])
    net = net.avoid(question["avoid"]).avoid_actor(question["avoid_actor"])
    return net.at(question["at"], certain=question["certain"]) if question["at"] else net


def evidence_cases(name: str) -> dict[str, Any]:
    """Return a network, what rests on each of its sources, and what is left if one is wrong."""
    net = graph.load(HERE / name)
    citing = {source.id: net.withdrawal(source.id) for source in net.source_rows}
    listed_sources = net.evidence().to_dict()["sources"]
    return {
        "network": build_network_document(net),
        "sources": [
            {**entry, "citing": list_citing(citing[entry["source"]])} for entry in listed_sources
        ],
        "unsourced": list_citing(net.unsourced()),
        "voices": {relation.id: relation.voice_count for relation in net.relation_rows},
        "voice_count": net.evidence().voice_count,
        "left": [evidence_case(net, asked) for asked in questions(f"{name}_questions.csv")],
    }


def comparison_cases(found: graph.Comparison) -> dict[str, Any]:
    """Return two versions as the page's document has them, and what each of them answers."""
    union = found.union
    kinds, types = list_used_kinds(union.network, union.earlier), list_used_types(union.network)
    rows = zip(union.network.relation_rows, union.relation_changes, strict=True)
    return {
        "network": build_network_document(union.network, union.earlier),
        "comparison": build_comparison_document(found, kinds, types),
        "versions": {"before": version_case(found.before), "after": version_case(found.after)},
        "changes": [[row.sentence, change] for row, change in rows],
        "fields": [change.sentence for change in found.changed_actors]
        + [change.sentence for change in found.changed_relations],
    }


def wording_cases() -> dict[str, Any]:
    """Return a network of which each relation says how it reads, and how steps of it read."""
    return {
        "network": build_network_document(graph.load(HERE / "wording")),
        "steps": questions("wording_steps.csv"),
    }


def no_path_cases() -> dict[str, Any]:
    """Return a network, and questions without a path, each with what stands in the way."""
    return {
        "network": build_network_document(graph.load(HERE / "no_path")),
        "cases": questions("no_path_questions.csv"),
    }


def order_cases() -> dict[str, Any]:
    """Return a network of many parts, and for each the order of its paths."""
    return make_order_cases(questions("order_questions.csv"))


def card_cases() -> dict[str, Any]:
    """Return a network of many parts, and for each what its path says."""
    return make_card_cases(questions("card_questions.csv"))


def timed_cases() -> dict[str, Any]:
    """Return a network of many parts, and for each its paths in time."""
    rows = [{"places": "", "sources": ""} | row for row in questions("timed_questions.csv")]
    return make_timed_cases(rows)


def score_cases() -> dict[str, Any]:
    """Return a network with its measures, and its scores under the filters of page links."""
    net = graph.load(HERE / "scores")
    return {
        "network": build_network_document(net),
        "measures": build_measures(net),
        "communities": build_communities(net),
        "cases": [make_score_case(net, asked["link"]) for asked in questions("score_filters.csv")],
    }


def version_case(net: graph.Network) -> dict[str, Any]:
    """Return what one version answers, in an order that does not depend on its rows."""
    ids = sorted(actor.id for actor in net.actor_rows)
    paths = [net.path(ids[0], end) for end in ids[1:]]
    return {
        "actors": sorted([actor.id, actor.name, actor.kind] for actor in net.actor_rows),
        "relations": sorted(
            qualify_sentence(tie.sentence, tie.relation, tie.standing)
            for name in ids
            for tie in net.show(name).relations
        ),
        "paths": [[path.target.id, path.length, path.path_count] for path in paths],
        "names": [name_case(net, query) for query in ("Ann", "anna", "Hal", "gil", "bob")],
    }


def list_citing(answer: Withdrawal) -> list[list[Any]]:
    """Return for each relation its id, whether it rests on the source alone, and its sentence."""
    return [[each.relation.id, each.alone, each.relation.sentence] for each in answer.relations]


def evidence_case(net: graph.Network, asked: dict[str, str]) -> dict[str, Any]:
    """Return what filters and an assumption that a source is wrong leave."""
    question = {name: listed(asked[name]) for name in ("avoid", "avoid_actor")}
    left = filtered(
        net, {"only": [], "only_actor": [], **question, "at": asked["at"], "certain": False}
    )
    left = left.without_source(asked["without_source"]) if asked["without_source"] else left
    return {
        "without_source": asked["without_source"],
        **question,
        "at": asked["at"],
        "relations": [relation.id for relation in left.relation_rows],
        "actors": [actor.id for actor in left.actor_rows],
    }


def name_case(net: graph.Network, query: str) -> dict[str, Any]:
    """Return a query with the actor it leads to, or the candidates or suggestions."""
    case: dict[str, Any] = {"query": query, "actor": None, "candidates": [], "suggestions": []}
    try:
        case["actor"] = net.resolve(query).id
    except ActorAmbiguous as error:
        case["candidates"] = [actor.id for actor in error.candidates]
    except ActorNotFound as error:
        case["suggestions"] = [actor.id for actor in error.suggestions]
    return case


def confusable() -> list[str]:
    """Return the names and aliases of every actor that others are confused with."""
    groups = json.loads((HERE / "confusions.json").read_text(encoding="utf-8"))
    actors = [actor for group in groups for actor in group["actors"]]
    return [name for actor in actors for name in (actor["name"], *actor["aliases"])]


CLAIM_FILTERS: list[dict[str, list[str]]] = [
    {"according_to": ["ann"]},
    {"according_to": ["bo", "two witnesses"]},
    {"according_to": ["south"], "avoid_basis": ["alleged"]},
    {"basis": ["stated"]},
    {"basis": ["inferred", "alleged"]},
    {"avoid_basis": ["inferred"]},
    {"avoid_basis": ["alleged"]},
    {"avoid_basis": ["alleged", "inferred", "stated"]},
]


def claim_cases(net: graph.Network) -> dict[str, Any]:
    """Return a network, its voices, and what is said of every pair, under every filter."""
    return {
        "network": build_network_document(net),
        "voices": dict(net.columns.voices),
        "voice_count": net.evidence().voice_count,
        "filters": [claim_case(net, asked) for asked in [{}, *CLAIM_FILTERS]],
    }


def claim_case(net: graph.Network, asked: dict[str, list[str]]) -> dict[str, Any]:
    """Return what filters by claims leave: relations, voices, and a path between all pairs."""
    left = net
    for name, words in asked.items():
        left = getattr(left, name)(words)
    actors = [actor.id for actor in left.actor_rows]
    pairs = [(one, other) for one in actors for other in actors if one < other]
    return {
        **{name: asked.get(name, []) for name in ("according_to", "basis", "avoid_basis")},
        "relations": [relation.id for relation in left.relation_rows],
        "voices": [relation.voice_count for relation in left.relation_rows],
        "paths": [[*pair, str(left.path(*pair).sentence)] for pair in pairs],
        "lists": {
            name: [
                qualify_sentence(each.sentence, each.relation, each.standing)
                for each in left.show(name).claims
            ]
            for name in actors
        },
    }


def listed(cell: str) -> list[str]:
    """Return what stands between the bars of a cell."""
    return cell.split("|") if cell else []


def questions(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files() -> dict[str, str]:
    """Return the text of every case file by its name."""
    net = graph.load_example()
    paths = (path_case(net, asked) for asked in questions("path_questions.csv"))
    best = (best_path_case(net, asked) for asked in questions("best_path_questions.csv"))
    names = (name_case(net, asked["query"]) for asked in questions("name_queries.csv"))
    labelled = (name_case(net, asked["query"]) for asked in questions("labelled_names.csv"))
    earlier, later = graph.load(HERE / "evidence"), graph.load(HERE / "evidence_later")
    comparison = comparison_cases(graph.compare(earlier, later))
    return {
        "comparison.json": as_json(comparison) + "\n",
        "evidence.json": as_json(evidence_cases("evidence")) + "\n",
        "evidence_through.json": as_json(evidence_cases("evidence_through")) + "\n",
        "areas.json": a_line_each(make_area_cases()),
        "camps.json": a_line_each(map(make_camp_case, questions("camp_questions.csv"))),
        "time.json": a_line_each(map(make_case, questions("time_questions.csv"))),
        "time_steps.json": a_line_each(map(make_step_case, questions("time_steps.csv"))),
        "claims.json": as_json(claim_cases(graph.load(HERE / "claims"))) + "\n",
        "network.json": as_json(build_network_document(net)) + "\n",
        "paths.json": a_line_each(paths),
        "best_paths.json": a_line_each(best),
        "no_path.json": as_json(no_path_cases()) + "\n",
        "order.json": as_json(order_cases()) + "\n",
        "timed.json": as_json(timed_cases()) + "\n",
        "cards.json": as_json(card_cases()) + "\n",
        "scores.json": as_json(score_cases()) + "\n",
        "timeline.json": a_line_each(make_timeline_cases(questions("timeline_questions.csv"))),
        "what_if.json": a_line_each(make_what_if_cases(questions("what_if_questions.csv"))),
        "wording.json": as_json(wording_cases()) + "\n",
        "typed.json": a_line_each(
            make_question_case(net, asked) for asked in questions("typed_questions.csv")
        ),
        "patterns.json": as_json(make_pattern_cases()) + "\n",
        "names.json": a_line_each(names),
        "labelled_names.json": a_line_each(labelled),
        "fold.json": as_json(build_fold_table(confusable())) + "\n",
        "name_parts.json": as_json(build_name_parts(confusable(), confusable())) + "\n",
    }


def a_line_each(cases: Iterable[dict[str, Any]]) -> str:
    """Return cases as a JSON list with a line for each, so that changes show."""
    return "[\n" + ",\n".join(map(as_json, cases)) + "\n]\n"


def as_json(value: Any) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    for file_name, text in files().items():
        (HERE / file_name).write_text(text, encoding="utf-8")
