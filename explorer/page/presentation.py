"""The presentation of a page: its title and description, and how it opens."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from graph import QuestionError
from graph.data.counts import format_count
from graph.data.sentences import join_phrases
from graph.errors import quote_value
from graph.saved.arrangement import Arrangement

if TYPE_CHECKING:
    from graph import Network

Theme = Literal["auto", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

NAMED_IN_TITLE = 3
# Language, extended language, script, region, variants, extensions, private use (RFC 5646); all
# languages have at most three letters.
TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*(?:-[0-9a-wyz](?:-[0-9a-z]{2,8})+)*"
    r"(?:-x(?:-[0-9a-z]{1,8})+)?|x(?:-[0-9a-z]{1,8})+)",
    re.IGNORECASE | re.ASCII,
)
SCRIPT_LETTERS = 4
RIGHT_TO_LEFT = {
    *("ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "khw", "lrc", "mzn", "nqo", "pnb", "prs"),
    *("ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi"),
}
RIGHT_TO_LEFT_SCRIPTS = {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"}


@dataclass(frozen=True)
class Presentation:
    """The title, description and settings of a page.

    Parameters
    ----------
    title, description
        The texts at the top of the page; by default the three best-connected actors, and the
        counts of actors and relations.
    language
        The BCP 47 tag of the language the data is written in, such as ``be`` or ``zh-Hant``.
    theme
        The colours of the page: ``light``, ``dark``, or ``auto`` as on the reader's system. Readers
        can choose otherwise.
    embed
        Whether the page opens as a bare view for a frame in another page.
    command
        The command that made the page, shown under "about".
    story
        Whether the page opens on the network's story.
    arrangement
        Positions, notes and what the page shows when it opens, as a reader saved them.
    tables
        Whether tables for readers without JavaScript are in the page, too.

    Raises
    ------
    QuestionError
        When the language tag or the theme is not valid.

    Examples
    --------
    >>> Presentation(language="zh-hant").language
    'zh-Hant'
    >>> Presentation(language="be_BY")
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: language: 'be_BY' is not a language tag. Did you mean 'be-BY'?
    """

    title: str | None = None
    description: str | None = None
    language: str = "en"
    theme: Theme = "auto"
    embed: bool = False
    command: str = ""
    story: bool = True
    arrangement: Arrangement | None = None
    tables: bool = True

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            problem = (
                f"{quote_value(str(self.theme))} is not a theme. There are: {', '.join(THEMES)}."
            )
            raise QuestionError("theme", problem)
        object.__setattr__(self, "language", _normalise_tag(self.language))

    @property
    def direction(self) -> str:
        """The direction of the language: ``rtl``, or ``auto`` to follow the text's first letter.

        Examples
        --------
        >>> [Presentation(language=tag).direction for tag in ("he", "az-Arab", "ar-Latn")]
        ['rtl', 'rtl', 'auto']
        """
        language, *subtags = self.language.split("-")
        script = next((part for part in subtags if part.istitle()), "")
        leftwards = script in RIGHT_TO_LEFT_SCRIPTS if script else language in RIGHT_TO_LEFT
        return "rtl" if leftwards else "auto"

    def complete(self, network: "Network") -> Self:
        """Complete the title and the description from the network where they are not given.

        Examples
        --------
        >>> import graph
        >>> Presentation(title="Belarus").complete(graph.load_example().only("borders")).description
        '85 actors, 14 relations'
        """
        title = _make_title(network, story=self.story) if self.title is None else self.title
        description = _format_counts(network) if self.description is None else self.description
        description = "\n\n".join(filter(None, [description, _format_set_aside(network)]))
        return replace(self, title=title, description=description)

    def to_dict(self) -> dict[str, Any]:
        """Return the presentation as part of the page's data."""
        return {
            "title": self.title or "",
            "description": self.description or "",
            "language": self.language,
            "direction": self.direction,
            "theme": self.theme,
            "embed": self.embed,
            "command": self.command,
            "redacted": False,
        }


def _normalise_tag(text: str) -> str:
    """Write a language tag in its usual case.

    Raises
    ------
    QuestionError
        When it is not a language tag, with the nearest one.
    """
    if not TAG.fullmatch(text):
        near = text.strip().replace("_", "-")
        hint = f"Did you mean {quote_value(_set_case(near))}?" if TAG.fullmatch(near) else ""
        remedy = hint or "Write a code such as en, be or zh-Hant."
        raise QuestionError("language", f"{quote_value(text)} is not a language tag. {remedy}")
    return _set_case(text)


def _set_case(tag: str) -> str:
    """Write a tag with its script as Hant and its region as TW, all else in small letters."""
    first, *subtags = tag.lower().split("-")
    cased, plain = [first], len(first) == 1
    for part in subtags:
        plain = plain or len(part) == 1  # what follows a single letter has no case of its own
        if plain or not part.isalpha():
            cased.append(part)
        else:
            cased.append({2: part.upper(), SCRIPT_LETTERS: part.title()}.get(len(part), part))
    return "-".join(cased)


def _make_title(network: "Network", *, story: bool) -> str:
    """Make a page's title from its story, or else from its best-connected actors."""
    network_story = network.story if story else None
    return (network_story.title if network_story else "") or _name_first_actors(network)


def _name_first_actors(network: "Network") -> str:
    """Name the best-connected actors: a title that does not depend on where the files are.

    Names without letters, such as numbers, say nothing: then the actors are counted.
    """
    first = [actor.name for actor in network.centrality("degree").top(NAMED_IN_TITLE).actors]
    more_count = len(network.actor_numbers) - len(first)
    if not first:
        return "Who stands how to whom"
    if not all(any(map(str.isalpha, name)) for name in first):
        return f"Who stands how to whom: {format_count(len(network.actor_numbers), 'actor')}"
    more = [format_count(more_count, "other")] if more_count else []
    return join_phrases([*first, *more])


def _format_set_aside(network: "Network") -> str:
    """Return how many rows the data was read without, in a sentence each; empty for none."""
    from graph.rules.set_aside import list_set_aside

    return " ".join(f"{each.file}: {each.what}" for each in list_set_aside(network.warnings))


def _format_counts(network: "Network") -> str:
    from graph.select.asked_time import count_asked

    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    counts = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}"
    asked = count_asked(network)
    return ". ".join([counts, *(asked.notes if asked else ())])
