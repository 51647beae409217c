"""Count independent voices: sources that reach us through one, or share a publisher, are one.

The page counts them alike in `explorer/page/assets/core/voices.js`; shared cases compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from graph.data.claim_words import find_host
from graph.data.records import Reference, Source
from graph.data.via import list_chain


def find_voices(sources: Mapping[str, Source]) -> Mapping[str, str]:
    """Return for each source by id the voice that it is: the first source of that voice, by id.

    The voice of a source is the source through which it reaches us; several of these with the
    same publisher are one.

    Examples
    --------
    >>> article, report = Source("article", publisher="Post"), Source("report", via="article")
    >>> letter = Source("letter", publisher="The  post")
    >>> find_voices({each.id: each for each in (report, article, letter)})
    {'report': 'article', 'article': 'article', 'letter': 'letter'}
    """
    ends = {source: list_chain(sources, source)[-1] for source in sources}
    first: dict[str, str] = {}
    for source in sources.values():
        publisher = _fold(source.publisher)
        if ends[source.id] == source.id and publisher:
            first.setdefault(publisher, source.id)
    return {
        source: first.get(_fold(sources[end].publisher), end) if sources[end].publisher else end
        for source, end in ends.items()
    }


def list_voices(voices: Mapping[str, str], references: Iterable[Reference]) -> tuple[str, ...]:
    """Return the voices that references are, each once: of an address its host, else the text.

    Parameters
    ----------
    voices
        As `find_voices` returns them.
    references
        What rows cite.

    Examples
    --------
    >>> list_voices({"a": "b"}, [Source("a"), Source("b"), "https://x.org/1", "https://x.org/2"])
    ('source b', 'host x.org')
    """
    return tuple(dict.fromkeys(_name_voice(voices, reference) for reference in references))


def _name_voice(voices: Mapping[str, str], reference: Reference) -> str:
    if not isinstance(reference, str):
        return f"source {voices.get(reference.id, reference.id)}"
    host = find_host(reference)
    return f"host {host}" if host else f"text {reference}"


def format_voice_count(count: int) -> str:
    """Return a count of voices in words.

    Examples
    --------
    >>> format_voice_count(1), format_voice_count(2)
    ('one independent voice', '2 independent voices')
    """
    return "one independent voice" if count == 1 else f"{count:,} independent voices"


def _fold(text: str) -> str:
    return " ".join(normalize("NFC", text).lower().split())
