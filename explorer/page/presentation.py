"""What a page says about itself, and how it opens."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from graph.data.sentences import joined
from graph.errors import QuestionError, quoted
from graph.saved.arrangement import Arrangement

if TYPE_CHECKING:
    from graph.network import Network

Theme = Literal["auto", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

NAMED_IN_TITLE = 3
# Language, extended language, script, region, variants, extensions, private use (RFC 5646); no
# language has been given more than three letters.
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
    """What a page says about itself, and how it opens.

    Parameters
    ----------
    title, description
        What stands at the top of the page; where it is None, the three best-connected actors,
        and how much the page holds.
    language
        The BCP 47 tag of the language the data is written in, such as ``be`` or ``zh-Hant``.
    theme
        What the page opens with: ``light``, ``dark``, or ``auto`` as the reader's system has it.
        What readers choose for themselves goes before.
    embed
        Whether the page opens as a bare view for a frame in another page.
    command
        The command that made the page, told under "about".
    story
        Whether it opens on the network's story, where there is one.
    arrangement
        Where actors are drawn, notes, and what the page shows when it opens, as a reader saved it.

    Raises
    ------
    QuestionError
        When `language` is no such tag, or there is no such theme.

    Examples
    --------
    >>> Presentation(language="zh-hant").language
    'zh-Hant'
    >>> Presentation(language="be_BY")
    Traceback (most recent call last):
    ...
    graph.errors.QuestionError: language: 'be_BY' is no language tag. Did you mean 'be-BY'?
    """

    title: str | None = None
    description: str | None = None
    language: str = "en"
    theme: Theme = "auto"
    embed: bool = False
    command: str = ""
    story: bool = True
    arrangement: Arrangement | None = None

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            told = f"{quoted(str(self.theme))} is no theme. There are: {', '.join(THEMES)}."
            raise QuestionError("theme", told)
        object.__setattr__(self, "language", _tag(self.language))

    @property
    def direction(self) -> str:
        """How a text in the language runs: ``rtl``, or ``auto`` for whichever way it begins.

        Examples
        --------
        >>> [Presentation(language=tag).direction for tag in ("he", "az-Arab", "ar-Latn")]
        ['rtl', 'rtl', 'auto']
        """
        language, *others = self.language.split("-")
        script = next((part for part in others if part.istitle()), "")
        leftwards = script in RIGHT_TO_LEFT_SCRIPTS if script else language in RIGHT_TO_LEFT
        return "rtl" if leftwards else "auto"

    def of(self, network: "Network") -> Self:
        """Return it with a title and a description, told by the network where none is given.

        Examples
        --------
        >>> import graph
        >>> Presentation(title="Belarus").of(graph.load_example().only("borders")).description
        '85 actors, 11 relations'
        """
        title = _called(network, story=self.story) if self.title is None else self.title
        description = _counts(network) if self.description is None else self.description
        return replace(self, title=title, description=description)

    def about(self) -> dict[str, Any]:
        """Return what it adds to the page's data."""
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


def _tag(text: str) -> str:
    """Return a language tag in its usual case.

    Raises
    ------
    QuestionError
        When it is none, with the one that may be meant.
    """
    if not TAG.fullmatch(text):
        near = text.strip().replace("_", "-")
        hint = f"Did you mean {quoted(_cased(near))}?" if TAG.fullmatch(near) else ""
        told = hint or "Write it by BCP 47, such as en, be or zh-Hant."
        raise QuestionError("language", f"{quoted(text)} is no language tag. {told}")
    return _cased(text)


def _cased(tag: str) -> str:
    """Return a tag with its script as Hant and its region as TW, all else in small letters."""
    first, *others = tag.lower().split("-")
    cased, plain = [first], len(first) == 1
    for part in others:
        plain = plain or len(part) == 1  # what follows a single letter has no case of its own
        if plain or not part.isalpha():
            cased.append(part)
        else:
            cased.append({2: part.upper(), SCRIPT_LETTERS: part.title()}.get(len(part), part))
    return "-".join(cased)


def _called(network: "Network", *, story: bool) -> str:
    """Name a page as its story is, or else after its best-connected actors."""
    told = network.story if story else None
    return (told.title if told else "") or _first_actors(network)


def _first_actors(network: "Network") -> str:
    """Name a page after its best-connected actors: the same title wherever the files lie."""
    first = [actor.name for actor in network.centrality("degree").top(NAMED_IN_TITLE).actors]
    others = len(network.actor_numbers) - len(first)
    if not first:
        return "Who stands how to whom"
    more = [f"{others:,} other{'s' * (others > 1)}"] if others else []
    return joined([*first, *more])


def _counts(network: "Network") -> str:
    counted = ((len(network.actor_numbers), "actor"), (len(network.relation_numbers), "relation"))
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counted)
