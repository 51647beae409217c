"""Make a title of the name of the folder that the data was read from."""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph import Network

LONGEST = 80
UNTOLD = set(
    re.findall(
        r"\w+",
        """
    actors archive backup build case cases copy csv data dataset datasets desktop dist docs
    documents downloads draft drafts edges example examples export exports file files final folder
    graph home import imported imports input inputs mine my network networks new nodes out output
    outputs page private project projects public relations result results root secret site src temp
    temporary test tests tmp untitled user users work workspace
        """,
    )
)
"""Names of folders that say nothing of what is in them, or that are nobody else's business."""
SHORT = 3  # letters that are rather an abbreviation, but for these words
PLAIN = set(
    re.findall(
        r"\w+",
        """
    a aid all an and arms art at big by for gas her his how in law my new oil old on one our sea six
    tax ten the two war who why
        """,
    )
)
NOT_A_LETTER = re.compile(r"[\W\d_]+")


def make_folder_title(network: "Network") -> str:
    """Return the name of the folder of a network's files; empty where it says nothing to a reader.

    It says nothing if it is a word such as ``data``, has no letter, is hidden, a home, a folder
    for temporary files or that of the example, whose page is the same on every machine; if the
    files are in several folders, and if anything is withheld: a name may tell what.

    Examples
    --------
    >>> import graph
    >>> make_folder_title(graph.Network.from_frames(None, graph.load_example().relations))
    ''
    """
    folders = {path.parent for path in network.files}
    if len(folders) != 1 or network.withheld:
        return ""
    folder = folders.pop()
    if _is_unnamed(folder):
        return ""
    columns = network.columns.actors
    names = (
        columns.cells(column)[row] for column in ("id", "name") for row in network.actor_numbers
    )
    return tidy_name(folder.name, names)


def tidy_name(name: str, spellings: Iterable[str] = ()) -> str:
    """Return the name of a folder as a title; empty for one that says nothing.

    A word that names an actor is spelled as the data has it. The first letter is a capital, unless
    the first word is so short that it is rather an abbreviation: which letters of it are capitals
    is not known.

    Parameters
    ----------
    name
        The name of the folder.
    spellings
        Names of actors.

    Examples
    --------
    >>> [tidy_name(name) for name in ("steel_trade", "data-2", "..", ".cache", "2024", "Bau 24")]
    ['Steel trade', '', '', '', '', 'Bau 24']
    >>> tidy_name("eu_cooperation"), tidy_name("eu_cooperation", ["Spain", "EU"])
    ('eu cooperation', 'EU cooperation')
    """
    from graph.text.safe import visible

    words = NOT_A_LETTER.split(name.lower())
    is_telling = any(word and word not in UNTOLD for word in words)
    if not is_telling or name.startswith(".") or len(name) > LONGEST:
        return ""
    shown = visible(name).replace("_", " ").split()
    spelled = _find_spellings({word for word in shown if word.islower()}, spellings)
    title = " ".join(spelled.get(word, word) for word in shown)
    first = shown[0]
    is_short = len(first) <= SHORT and first.isalpha() and first not in PLAIN
    return title if is_short else title[:1].upper() + title[1:]


def _find_spellings(words: set[str], names: Iterable[str]) -> dict[str, str]:
    """Return how names spell the words that they are; the last of several spellings."""
    return {name.lower(): name for name in names if name.lower() in words}


def _is_unnamed(folder: Path) -> bool:
    """Return whether a folder is a home, the example's, or inside the one for temporary files."""
    from graph.loading import example_folder

    place = folder.resolve()
    temporary = Path(tempfile.gettempdir()).resolve()
    unnamed = {temporary, example_folder().resolve(), _find_home()}
    return place in unnamed or temporary in place.parents


def _find_home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # no home is known
        return None
