"""Count independent voices: sources that reach us through one, or share a publisher, are one.

A column `voice` of sources.csv says by itself which sources are one.

The page counts them alike in `explorer/page/assets/core/voices.js`; shared cases compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from graph.data.hosts import find_host, normalize_host
from graph.data.records import Reference, Source
from graph.data.via import index_citations, list_chain
from graph.errors import shorten

MOST_SHOWN = 20


def find_voices(sources: Mapping[str, Source]) -> Mapping[str, str]:
    """Return for each source the voice that it is: the first source of that voice, by id.

    The voice of a source is the source through which it reaches us; several of these with the
    same publisher are one. So are all sources for which the column `voice` has the same text.
    The result has sources by their id, and by their address, too.

    Examples
    --------
    >>> article, report = Source("article", publisher="Post"), Source("report", via="article")
    >>> letter = Source("letter", publisher="The  post")
    >>> find_voices({each.id: each for each in (report, article, letter)})
    {'report': 'article', 'article': 'article', 'letter': 'letter'}
    """
    ends = {source: sources[list_chain(sources, source)[-1]] for source in sources}
    groups = {name: _find_group(sources[name], end) for name, end in ends.items()}
    first: dict[tuple[str, str], str] = {}
    for name, end in ends.items():
        if end.id == name or sources[name].voice:
            first.setdefault(groups[name], name)
    return {
        reference: first[groups[source]] for reference, source in index_citations(sources).items()
    }


def _find_group(source: Source, end: Source) -> tuple[str, str]:
    """Return what all sources of one voice share, and no other source."""
    if voice := source.voice or end.voice:
        return "voice", voice
    publisher = _fold(end.publisher)
    return ("publisher", publisher) if publisher else ("id", end.id)


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
    cited = reference if isinstance(reference, str) else reference.id
    if cited in voices or not isinstance(reference, str):
        return f"source {voices.get(cited, cited)}"
    host = normalize_host(find_host(reference))
    return f"host {host}" if host else f"text {reference}"


def format_voice_count(count: int) -> str:
    """Return a count of voices in words.

    Examples
    --------
    >>> format_voice_count(1), format_voice_count(2)
    ('one independent voice', '2 independent voices')
    """
    return "one independent voice" if count == 1 else f"{count:,} independent voices"


def describe_others(voices: Sequence[str]) -> str:
    """Return a sentence with the first voices of those that are no declared source.

    Examples
    --------
    >>> describe_others(["example.org", "A letter"])
    'Voices that are no declared source: example.org; A letter.'
    """
    shown = "; ".join(map(shorten, voices[:MOST_SHOWN]))
    more = f"; and {len(voices) - MOST_SHOWN:,} more" if len(voices) > MOST_SHOWN else ""
    return f"Voices that are no declared source: {(shown + more).rstrip('.')}."


def _fold(text: str) -> str:
    return " ".join(normalize("NFC", text).lower().split())
