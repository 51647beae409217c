"""The table of scenes: a state of the page, and what must be seen in it.

Each is shown wide, and those with a part of their own dark and narrow, too (`test_page_scenes`);
the ten main ones are kept as pictures in docs/scenes (docs/take_screenshots.py). The engine works
out the numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass

import graph

ABOUT = {"title": "Belarus and the war", "description": "Who stands how to whom."}
PAGES = {
    "plain": {**ABOUT, "story": False},
    "story": ABOUT,
    "bare": {**ABOUT, "embed": True},
    "versions": {**ABOUT, "story": False},
}
"""What each page says about itself; all are of the example."""


def earlier(network):
    """The first of the two versions."""
    return network.avoid_actor("usa").avoid("hosts")


def shown_on(name, network):
    """What a page is of: the example, or two versions of it, the first with less in it."""
    if name != "versions":
        return network
    return graph.compare(earlier(network), network)


Expected = int | Callable[..., int] | None


@dataclass(frozen=True)
class Scene:
    """A state, the words that must be seen in it, and how much of the network is drawn.

    `page` is the page it is of, see `PAGES`.
    `keys` lead there without a pointer: each is a key, or text to type after "type ". `click`
    names a button to press instead.
    `seen` must be in sight on every screen, `wide` where the filters stand beside the network.
    `actors` and `relations` are what the canvas draws: a number, or a question to the network.
    `narrow` is false where it shows no part of the page that another scene does not show.
    `landmark` names a role and a name that the accessibility tree must have; `picture` keeps the
    scene in docs/scenes, in dark colours where it is `dark`.
    """

    name: str
    hash: str = ""
    page: str = "plain"
    keys: tuple[str, ...] = ()
    click: str = ""
    seen: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    actors: Expected = None
    relations: Expected = None
    state: str | None = None
    narrow: bool = True
    landmark: tuple[str, str] | None = None
    picture: bool = False
    dark: bool = False


def every(network):
    return len(network.relation_rows)


def around(actor, steps):
    """How many actors are within some steps of one."""

    def count(network):
        reached = {actor}
        for _ in range(steps):
            pairs = [(each.source.id, each.target.id) for each in network.relation_rows]
            reached |= {other for pair in pairs if reached & set(pair) for other in pair}
        return len(reached)

    return count


def left(filtered):
    """How many relations a filtered network keeps."""
    return lambda network: len(filtered(network).relation_rows)


def drawn(filtered):
    """How many actors are drawn: whoever has a relation left, or never had one."""

    def count(network):
        shown = filtered(network)
        tied, had = (
            {end.id for each in rows for end in (each.source, each.target)}
            for rows in (shown.relation_rows, network.relation_rows)
        )
        return sum(row.id in tied or row.id not in had for row in shown.actor_rows)

    return count


SCENES = [
    Scene(
        "as it opens",
        seen=("Belarus and the war",),
        wide=("Who stands how to whom.", "Ties", "Tensions", "Details", "Show the years"),
        actors=85,
        relations=every,
        landmark=("application", "Network of 85 actors and 235 relations"),
        picture=True,
    ),
    Scene(
        "the details before anything is chosen",
        "#panel=details",
        seen=("Choose an actor or a line", "First by"),
        narrow=False,
    ),
    Scene(
        "an actor",
        "#actor=lukashenko",
        seen=("Alexander Lukashenko", "Path from here", "relations"),
        relations=every,
        landmark=("heading", "Alexander Lukashenko"),
        picture=True,
    ),
    Scene(
        "its surroundings",
        "#actor=lukashenko&ego=1",
        seen=("Around", "1 step"),
        actors=around("lukashenko", 1),
        narrow=False,
    ),
    Scene(
        "wider surroundings",
        "#actor=vilnius&ego=2",
        seen=("Around", "2 steps"),
        actors=around("vilnius", 2),
        narrow=False,
    ),
    Scene(
        "a path",
        "#path=lukashenko,vilnius",
        seen=("3 steps", "path 1 of 13 equally short"),
        relations=every,
        picture=True,
    ),
    Scene(
        "the next path",
        "#path=lukashenko,vilnius&path_number=2",
        seen=("path 2 of 13 equally short",),
        narrow=False,
    ),
    Scene(
        "a path counted too far",
        "#path=lukashenko,vilnius&path_number=900",
        seen=("path 13 of 13",),
        state="#path=lukashenko,vilnius&path_number=13",
        narrow=False,
    ),
    Scene(
        "that path alone",
        "#path=lukashenko,vilnius&path_alone=yes",
        seen=("Only this path is shown", "Show only this"),
        actors=4,
    ),
    Scene(
        "a path that avoids a type",
        "#path=lukashenko,vilnius&path_avoid=borders",
        seen=("borders",),
        narrow=False,
    ),
    Scene(
        "a path along the arrows",
        "#path=lukashenko,vilnius&directed=yes",
        seen=("Only along the arrows",),
        narrow=False,
    ),
    Scene(
        "a path around an actor",
        "#path=lukashenko,vilnius&avoid_actor=belarus",
        seen=("Belarus",),
        actors=drawn(lambda net: net.avoid_actor("belarus")),
    ),
    Scene(
        "no path",
        "#path=lukashenko,vilnius&avoid=attacks,borders,hosts,leads,located_in,member_of,opposes,part_of,sanctions,supports",
        seen=("Without avoiding located_in there is a path of ",),
    ),
    Scene("a path to oneself", "#path=lukashenko,lukashenko", seen=("Both names mean",)),
    Scene(
        "a path whose end is hidden",
        "#path=lukashenko,vilnius&avoid_kind=person",
        seen=("Show", "again"),
        actors=drawn(lambda net: net.avoid_kind("person")),
    ),
    Scene(
        "a path of one's own time",
        "#path=lukashenko,vilnius&at=2022",
        seen=("step",),
        relations=left(lambda net: net.at("2022")),
        narrow=False,
    ),
    Scene("one year", "#at=2022", relations=left(lambda net: net.at("2022")), narrow=False),
    Scene(
        "what changes at a date",
        "#at=2022-08-08",
        wide=("Begins: ", "may hold on 2022-08-08"),
        relations=left(lambda net: net.at("2022-08-08")),
        narrow=False,
    ),
    Scene("some years", "#from=2014&to=2020", wide=("of 235 relations",), narrow=False),
    Scene("a year backwards", "#from=2020&to=2014", relations=every, state="", narrow=False),
    Scene("only what is certain", "#at=2022&certain=yes", wide=("of 235 relations",), narrow=False),
    Scene(
        "a type hidden",
        "#avoid=opposes",
        relations=left(lambda net: net.avoid("opposes")),
        wide=("Show all",),
    ),
    Scene("kinds hidden", "#avoid_kind=place,state", wide=("Show all",), narrow=False),
    Scene(
        "actors hidden",
        "#avoid_actor=belarus,russia",
        actors=drawn(lambda net: net.avoid_actor("belarus", "russia")),
        narrow=False,
    ),
    Scene(
        "actors without relations, faded",
        "#avoid_actor=belarus,russia&without_relations=faded",
        wide=("Actors with no visible relations",),
        actors=83,
        narrow=False,
    ),
    Scene(
        "nothing left",
        "#at=1700&certain=yes",
        seen=("The filters leave no relation.",),
        relations=0,
    ),
    Scene("sizes", "#size_by=betweenness", relations=every, wide=("Size by",), narrow=False),
    Scene("colours by kind", "#colour_by=kind", relations=every, wide=("Colour by",), narrow=False),
    Scene(
        "colours by a measure",
        "#size_by=pagerank&colour_by=pagerank",
        relations=every,
        wide=("highest tenth",),
    ),
    Scene(
        "ranks",
        "#rank_by=betweenness&panel=ranks",
        seen=("Rank by", "Counted from all relations."),
        landmark=("table", "Actors by betweenness"),
        picture=True,
    ),
    Scene(
        "ranks that follow the filters",
        "#avoid=opposes&rank_by=degree&panel=ranks",
        seen=("Counted from the relations that the filters select.",),
        narrow=False,
    ),
    Scene(
        "what if an actor were not there",
        "#actor=belarus&avoid_actor=belarus",
        seen=("Joined to the largest component", "KGB of Belarus", "frustration index: 1, was 2"),
    ),
    Scene(
        "what if a source is wrong",
        "#without_source=muzyka2021&panel=sources",
        seen=('Without the source "The Belarusian Armed Forces',),
        narrow=False,
    ),
    Scene(
        "brokers",
        "#panel=brokers",
        seen=("Who stands between others", "liaison 102", "Key players"),
        landmark=("table", "Brokers, with their roles"),
    ),
    Scene(
        "changes of the network over time",
        "#view=timeline&timeline=changes",
        seen=("16 periods from 1772 on", "Frustration index", "at most 209", "from 2023"),
        landmark=("region", "Periods"),
    ),
    Scene("the path panel, empty", "#panel=path", seen=("Name two actors",)),
    Scene(
        "communities",
        "#colour_by=community&panel=communities",
        seen=("Modularity 0.", "Community 1", "Counted from all relations."),
        wide=("actors in no community",),
        relations=every,
        landmark=("heading", "Communities"),
        picture=True,
    ),
    Scene(
        "one community alone",
        "#panel=communities&community=2",
        seen=("Only community 2",),
        actors=lambda net: len(net.communities().communities[1].actors),
    ),
    Scene("sources", "#panel=sources", seen=("the most cited first",), picture=True),
    Scene("about", "#panel=about", seen=("About this page", "What the drawing means")),
    Scene(
        "the table",
        "#view=table",
        seen=("Download CSV", "85 actors"),
        landmark=("table", "actors, filtered as the network is"),
        picture=True,
    ),
    Scene(
        "the table, filtered",
        "#view=table&avoid_kind=person",
        seen=("78 of 85 actors",),
        narrow=False,
    ),
    Scene(
        "the table beside an actor", "#view=table&actor=vilnius", seen=("Vilnius",), narrow=False
    ),
    Scene("the timeline", "#view=timeline", seen=("Alexander Lukashenko",), picture=True),
    Scene("the timeline of a year", "#view=timeline&at=2020", narrow=False),
    Scene(
        "a link with a stranger",
        "#actor=nobody&path=lukashenko,nobody",
        seen=("This link names 'nobody', which is not an actor here.",),
        relations=every,
        state="",
    ),
    Scene(
        "a hostile link",
        "#actor=%3Cscript%3Ealert(1)%3C/script%3E&view=__proto__&size_by=constructor",
        seen=("<script>alert(1)</script>",),
        relations=every,
        state="",
        narrow=False,
    ),
    Scene(
        "a story",
        page="story",
        seen=("Start", "Belarus, and the war next door"),
        wide=("A story in 8 steps",),
        landmark=("heading", "Belarus, and the war next door"),
        relations=every,
    ),
    Scene(
        "a story, opened",
        page="story",
        click="Start",
        seen=("A story in 8 steps", "Next", "Every line rests on one article"),
    ),
    Scene(
        "a step of the story",
        "#step=2",
        page="story",
        seen=("Step 2 of 8", "The patron in the east", "Back"),
        landmark=("heading", "The patron in the east"),
        picture=True,
        dark=True,
    ),
    Scene(
        "a story walked by keys",
        page="story",
        keys=("n", "n", "b"),
        seen=("Step 1 of 8",),
        state="#step=1",
    ),
    Scene(
        "the last step",
        "#step=8",
        page="story",
        seen=("Step 8 of 8", "Explore freely"),
        narrow=False,
    ),
    Scene("a bare view", page="bare", seen=("Belarus and the war",), relations=every),
    Scene(
        "a bare view of an actor",
        "#actor=lukashenko",
        page="bare",
        seen=("Alexander Lukashenko",),
        narrow=False,
    ),
    Scene(
        "two versions",
        page="versions",
        wide=("What changed", "Added", "Before", "Both", "After", "unchanged"),
        relations=every,
        picture=True,
    ),
    Scene(
        "the earlier version",
        "#version=before",
        page="versions",
        actors=drawn(earlier),
        relations=left(earlier),
        narrow=False,
    ),
    Scene("what was added", "#actor=usa&version=after", page="versions", seen=("United States",)),
    Scene("the export menu", click="Export", seen=("Vector drawing (SVG)",), state=""),
    Scene(
        "help",
        keys=("?",),
        seen=("How to use this page",),
        landmark=("dialog", "How to use this page"),
    ),
    Scene(
        "a search",
        keys=("/", "type kalinouski reg"),
        seen=("Kalinoŭski Regiment",),
        landmark=("listbox", "Search for an actor"),
    ),
    Scene(
        "a search that asks",
        keys=("/", "type Putn", "Enter"),
        seen=("Did you mean", "Vladimir Putin"),
    ),
    Scene(
        "a search that finds",
        keys=("/", "type Lukashenko", "Enter"),
        seen=("Alexander Lukashenko",),
        state="#actor=lukashenko",
    ),
    Scene(
        "a path asked by keys",
        keys=("p", "type Lukashenko", "Enter", "type Vilnius", "Enter"),
        seen=("3 steps",),
        state="#path=lukashenko,vilnius",
    ),
    Scene("the table by a key", keys=("t",), seen=("Download CSV",), state="#view=table"),
    Scene("back by a key", "#actor=lukashenko", keys=("Escape", "Escape"), state="", narrow=False),
    Scene("zoomed by keys", keys=("+", "+"), relations=every, narrow=False),
]
