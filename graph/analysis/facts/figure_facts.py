"""What the figures of a network's structure mean."""

from __future__ import annotations

from functools import partial

from graph.analysis.facts.measure_facts import MeasureFacts
from graph.analysis.facts.publications import (
    BREIGER_1974,
    HOPCROFT_1973,
    NEWMAN_2002,
    NEWMAN_2003,
    SEIDMAN_1983,
    WASSERMAN_1994,
    WATTS_1998,
)

_whole = partial(
    MeasureFacts, direction="none", weights="never", signs="all", parts="whole", summary=""
)
_counted = partial(_whole, signs="every")
_along = partial(_whole, direction="arrows")
_largest = partial(_whole, parts="largest")
_COUNT, _SHARE = "a count", "0 to 1"

SIZE_FACTS = (
    _counted(
        id="actor_count",
        label="actors",
        question="How many actors are there?",
        formula="n, with those who have no relation",
        scale=_COUNT,
        misleads="Who is in the data is a choice of whoever wrote it, not the size of a conflict.",
    ),
    _counted(
        id="relation_count",
        label="relations",
        question="How many relations are there?",
        formula="number of rows that the filters select",
        scale=_COUNT,
        misleads="Several rows may say the same of two actors; edges count such actors once.",
        loops="Relations of an actor to itself count here, and so do disputed ones.",
    ),
    _whole(
        id="edge_count",
        label="edges",
        question="How many pairs of actors have a relation?",
        formula="m, the number of pairs of actors with a relation, whichever way it points",
        scale="a count, at most n (n - 1) / 2",
        misleads="A pair may be friends in one relation and foes in another: it is one edge.",
    ),
    _along(
        id="directed_edge_count",
        label="directed edges",
        question="How many ordered pairs of actors have a relation?",
        formula="number of ordered pairs (a, b) with a relation from a to b, or with a mutual one",
        scale="a count, at most n (n - 1)",
        misleads="A mutual relation (an alliance, a border) makes two of them.",
    ),
    _whole(
        id="density",
        label="density",
        question="How many of all pairs that could have a relation have one?",
        formula="2 m / (n (n - 1))",
        scale=_SHARE,
        misleads="It falls as a network grows, as nobody has relations with all: do not compare "
        "networks of different sizes by it.",
        publications=(WASSERMAN_1994,),
    ),
    _along(
        id="directed_density",
        label="directed density",
        question="How many of all ordered pairs that could have a relation have one?",
        formula="directed edges / (n (n - 1))",
        scale=_SHARE,
        misleads="As density.",
        publications=(WASSERMAN_1994,),
    ),
    _along(
        id="reciprocity",
        label="reciprocity",
        question="How much of what is done is returned?",
        formula="directed edges that also run the other way / directed edges",
        scale=_SHARE,
        misleads="Mutual types are always returned and raise it; an attack returned by a sanction "
        "is returned, too.",
        publications=(WASSERMAN_1994,),
    ),
)

PART_FACTS = (
    _whole(
        id="components.weak",
        label="components",
        question="Into how many parts does the network fall?",
        formula="number of parts between which no path leads, whichever way relations point",
        scale="a count, at most n",
        misleads="One relation joins two parts, though it be a border or a feud.",
        publications=(HOPCROFT_1973,),
    ),
    _whole(
        id="components.largest_weak",
        label="actors in the largest",
        question="How many actors does the largest part have?",
        formula="number of actors of the largest component",
        scale="a count, at most n",
        misleads="As components.",
        publications=(HOPCROFT_1973,),
    ),
    _along(
        id="components.strong",
        label="strong components",
        question="How many parts are there in which everybody reaches everybody?",
        formula="number of parts in which a path along relations leads from each to each",
        scale="a count, at most n",
        misleads="Most are of one actor, who is pointed to or points, and not both.",
        publications=(WASSERMAN_1994,),
    ),
    _along(
        id="components.largest_strong",
        label="actors in the largest strong",
        question="How many actors does the largest strong part have?",
        formula="number of actors of the largest strong component",
        scale="a count, at most n",
        misleads="As strong components. Often it is borders that hold it together.",
        publications=(WASSERMAN_1994,),
    ),
    _whole(
        id="isolates",
        label="isolates",
        question="How many actors have no relation with another?",
        formula="number of actors without an edge",
        scale="a count, at most n",
        misleads="Filters make isolates: under a date, or of one type, most may be.",
        publications=(WASSERMAN_1994,),
    ),
    _whole(
        id="articulation_points",
        label="articulation points",
        question="Without how many actors, one at a time, would it fall into more parts?",
        formula="number of actors without whom there are more components",
        scale=_COUNT,
        misleads="Most cut off one actor of whom the data knows a single relation.",
        publications=(HOPCROFT_1973,),
    ),
    _whole(
        id="bridges",
        label="bridges",
        question="Without how many edges, one at a time, would it fall into more parts?",
        formula="number of edges without which there are more components",
        scale="a count, at most n - 1",
        misleads="As articulation points. A bridge of the network need be no bridge between camps.",
        publications=(HOPCROFT_1973,),
    ),
)

CLOSURE_FACTS = (
    _whole(
        id="transitivity",
        label="transitivity",
        question="How often are two neighbours of an actor neighbours themselves?",
        formula="3 * triangles / paths of two edges",
        scale=_SHARE,
        misleads="Actors with many neighbours decide it. Two-mode networks have 0 by construction.",
        publications=(NEWMAN_2002,),
    ),
    _whole(
        id="mean_clustering",
        label="mean local clustering",
        question="How well do the neighbours of a common actor know each other?",
        formula="mean of local clustering over all actors, 0 for those with fewer than two "
        "neighbours",
        scale=_SHARE,
        misleads="Actors with few neighbours decide it, as they have 0 or 1. Some programs leave "
        "those with fewer than two out, and have more.",
        publications=(WATTS_1998,),
    ),
    _whole(
        id="triangles",
        label="triangles",
        question="How many triples of actors are closed?",
        formula="number of triples of actors that have all three edges",
        scale=_COUNT,
        misleads="A triangle of three foes counts as one of three friends.",
        publications=(WATTS_1998,),
    ),
    _whole(
        id="core_number",
        label="highest core number",
        question="How dense is the core?",
        formula="largest k for which some actors each have k neighbours among themselves",
        scale="a count, at most n - 1",
        misleads="A core may be two camps at war with each other.",
        publications=(SEIDMAN_1983,),
    ),
    _whole(
        id="core_actors",
        label="actors in that core",
        question="How many actors are in the core?",
        formula="number of actors who have the highest core number",
        scale="a count, at most n",
        misleads="As the highest core number.",
        publications=(SEIDMAN_1983,),
    ),
    _whole(
        id="assortativity_by_kind",
        label="assortativity by kind",
        question="Do actors have relations with their own kind?",
        formula="(share of edges within kinds - share expected by chance) / (1 - share expected)",
        scale="-1 to 1; 0 where kinds do not matter",
        misleads="Kinds are those of the data. Small kinds make it leap, and foes of one kind "
        "raise it.",
        publications=(NEWMAN_2003,),
    ),
)

DISTANCE_FACTS = (
    _largest(
        id="diameter",
        label="diameter",
        question="How many steps are the two farthest actors apart?",
        formula="most steps between two actors",
        scale="a count, at most n - 1",
        misleads="Two actors decide it; one relation more may halve it.",
        publications=(WASSERMAN_1994,),
    ),
    _largest(
        id="radius",
        label="radius",
        question="In how many steps does somebody reach all?",
        formula="fewest steps within which one actor reaches all",
        scale="a count, at most the diameter",
        misleads="As diameter.",
        publications=(WASSERMAN_1994,),
    ),
    _largest(
        id="mean_path_length",
        label="mean path length",
        question="How many steps are two actors apart, on average?",
        formula="mean of the steps between two actors",
        scale="1 or more",
        misleads="A few actors with relations to all bring it near 2, borders and places among "
        "them.",
        publications=(WATTS_1998,),
    ),
)

TWO_MODE_FACTS = (
    _whole(
        id="two_mode.density",
        label="two-mode density",
        question="Where all relations join two kinds: how many pairs of both kinds have one?",
        formula="m / (actors of one kind * actors of the other)",
        scale=_SHARE,
        misleads="It is there only where every edge joins the same two kinds: one relation within "
        "a kind, and it is not.",
        publications=(BREIGER_1974,),
    ),
)

FIGURE_FACTS = (*SIZE_FACTS, *PART_FACTS, *CLOSURE_FACTS, *DISTANCE_FACTS, *TWO_MODE_FACTS)
