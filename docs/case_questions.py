"""The questions that docs/measures.md asks of the Belarus case, and what answers do not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """A question, how it is asked, and what the answer does not say.

    Parameters
    ----------
    words
        The question.
    asked
        Options of ``explore centrality``, for one list or several.
    says
        What the lists say; may hold `first`, `score`, `lead`, `last`, `last_score` and what is
        looked up.
    limits
        What they do not say; likewise.
    looked_up
        By name the options that give another score of the first actor.
    """

    words: str
    asked: tuple[str, ...]
    says: str
    limits: str
    looked_up: Mapping[str, str] = field(default_factory=dict)


QUESTIONS = (
    Question(
        "Who stands between the camps?",
        ("--by betweenness --avoid borders,located_in", "--by betweenness --signs positive"),
        "Without borders and locations, {percent} % of the shortest paths between two others lead "
        "through {first}. By positive relations alone, {allied} % do.",
        "No measure knows camps: the lists tell who stands between *others*. Nor do they say that "
        "anybody mediates, as a path may lead across a feud: of the {neighbours} neighbours of "
        "{first}, {foes} have a negative relation with it. Whoever mediates should have positive "
        "relations with both sides. The second list counts positive relations alone; where nearly "
        "all scores in it are close to 0, no mediator is told of.",
        {
            "neighbours": "--by degree --avoid borders,located_in",
            "foes": "--by degree --signs negative --avoid borders,located_in",
            "allied": "--by betweenness --signs positive",
        },
    ),
    Question(
        "Who is attacked or opposed by the most?",
        ("--by in_degree --signs negative", "--by in_degree --only attacks --at 2022-08"),
        "{score} actors oppose, attack, sanction or criticise {first}, {lead} more than whoever is "
        "next. By the type *attacks* alone, at any time, {attacked} do.",
        "It counts opponents and not blows: a speech and a bombardment count the same. Nor are "
        "they independent: a state and its army are two, and {allied_foes} of the {score} are part "
        "or member of another one of them. An event or a movement can be opposed as a person can.",
        {"attacked": "--by in_degree --only attacks"},
    ),
    Question(
        "Who opposes the most?",
        ("--by out_degree --signs negative",),
        "{first} opposes {score} others, {lead} more than whoever is next.",
        "It says nothing about who began. Whoever has many foes named one by one comes before "
        "whoever fights one large one. Without a date all times count together: of the three "
        "actors that the 1st Guards Tank Army opposes, one is Czechoslovakia, in 1968.",
    ),
    Question(
        "Who commands most?",
        (
            "--by out_degree --only commands,leads",
            "--by harmonic --directed --outward --only commands,leads",
        ),
        "{first} commands or leads {score} others directly. The second list adds those whom these "
        "command in turn, at 1 / 2, and so on: {reach}.",
        "It is command on paper: who obeys is not in the data. What is *part of* something points "
        "the other way, so that units below a general staff are not counted as commanded by it. A "
        "chain that the article does not describe is missing. Without a date all times count "
        "together: of the two that Russia leads, one is the Soviet Union.",
        {"reach": "--by harmonic --directed --outward --only commands,leads"},
    ),
    Question(
        "Who receives support?",
        ("--by in_degree --signs positive", "--by pagerank --directed --signs positive"),
        "{score} actors support, fund, supply, advise, praise or are allied with {first}, {lead} "
        "more than whoever is next. The second list asks by whom: support by the supported counts "
        "for more.",
        "A supplier counts as a supporter, whatever it thinks of its customer. So does what is "
        "only planned: the three who advise the United Transition Cabinet *may* do so, and "
        "`--min-confidence 0.6` leaves them out. Support that nobody names is missing: a silent "
        "majority has no row.",
    ),
    Question(
        "Who has friends, and who has foes?",
        ("--by pn --directed --avoid-kind asset,place",),
        "{first} is first with {score}, {last} last with {last_score}; 1 is an actor without "
        "positive and negative relations.",
        "The differences are small, as there are many actors: read the order. Of an actor close to "
        "1 it does not say whether it has neither or both. A foe counts twice as much as a friend, "
        "by definition and not by experience. An actor with one friend and no foe comes before one "
        "with many friends and a few foes.",
    ),
    Question(
        "Who gave most, and who got most?",
        (
            "--by weighted_out_degree --only funds,supplies",
            "--by weighted_in_degree --only funds,supplies",
        ),
        "{first} is first with {score}. But {amounts} of these {relations} relations have an "
        "amount (the column `weight`), and one without counts as 1.",
        "Without amounts the lists count who supplies whom, and not how much: this case cannot "
        "answer the question. With amounts of one unit the same commands would.",
    ),
    Question(
        "Who is near to everybody?",
        ("--by harmonic --avoid borders,located_in",),
        "{first} is first with {score}, of at most {most}.",
        "Near in steps: a step may be a quarrel, and news or pressure need not travel along it. "
        "It says little that degree does not: {shared} of these {top} are first by degree, too.",
    ),
    Question(
        "Without whom would the network fall apart?",
        ("--by articulation --avoid borders,located_in",),
        "Without any one of these {first_count} actors there would be {score} more parts.",
        "Nearly all that would fall off is single actors of whom the article tells one relation. "
        "Who falls off does not vanish: it is the text that says no more of them. The "
        "Polish–Lithuanian Commonwealth is among the first for what a footnote says of 1795.",
    ),
    Question(
        "Who is in the core?",
        ("--by core_number --avoid borders,located_in", "--by core_number --signs positive"),
        "{first_count} actors have the highest core number, {score}: each has that many others of "
        "them as neighbours.",
        "Friends and foes make a core alike: it is the core of the story, and no alliance. By "
        "positive relations alone the second list shows how little of it is left.",
    ),
    Question(
        "Who is described most?",
        ("--by degree",),
        "{first} has relations with {score} others, borders and locations included.",
        "That is attention, and says more about the article than about the world. It is a good "
        "first look at what a text is about, and no measure of power.",
    ),
)
