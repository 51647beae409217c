"""The presentation of a page: its title and description, and how it opens."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from graph import QuestionError
from graph.data.counts import format_count
from graph.errors import quote_value
from graph.saved.arrangement import Arrangement

if TYPE_CHECKING:
    from graph import Network

Theme = Literal["auto", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
UNNAMED = "Who stands how to whom"  # the title of a network that nothing names

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
        The texts at the top of the page; by default the story's title, or else the name of the
        folder (see `explorer.page.folder_title`), and how many actors and relations there are.
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
    library
        Whether vis-network is in the page of a small network, and draws it; else the page paints
        it as it paints a larger one.

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
    library: bool = True

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
        title = self.title
        if title is None:
            title = (_find_story_title(network) if self.story else "") or _make_title(network)
        description = _describe(network) if self.description is None else self.description
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


def _find_story_title(network: "Network") -> str:
    story = network.story
    return story.title if story else ""


def _format_set_aside(network: "Network") -> str:
    """Return how many rows the data was read without, in a sentence each; empty for none."""
    from graph.rules.set_aside import list_set_aside

    return " ".join(f"{each.file}: {each.what}" for each in list_set_aside(network.warnings))


def _make_title(network: "Network") -> str:
    """Make a title of the folder's name; it never says where that is, nor how much is in it."""
    from explorer.page.folder_title import make_folder_title

    return (make_folder_title(network) if network.actor_numbers else "") or UNNAMED


def _describe(network: "Network") -> str:
    from graph.select.asked_time import count_asked

    actors = format_count(len(network.actor_numbers), "actor")
    relations = format_count(len(network.relation_numbers), "relation")
    asked = count_asked(network)
    return ". ".join([f"{actors}, {relations}", *(asked.notes if asked else ())])
