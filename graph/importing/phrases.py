"""Phrases for relations whose words alone would mislead: passives, and what somebody has.

*Is funded* runs the other way from *funded*, and so does *has sponsor* from *sponsor*. A verb
with a preposition that no list has, such as *founded in*, says nothing certain of the two ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.data.vocabulary import TYPES
from graph.importing.passives import find_passive
from graph.importing.type_words import EXTRA_TYPES

BE = {
    "is", "was", "are", "were", "be", "been", "being", "got", "gets", "am",
    "ist", "wird", "wurde", "wurden", "est", "sont", "fue", "es", "byl", "byla", "jest",
}  # fmt: skip
HAVE = {"has", "had", "have", "having"}
ARTICLES = {"a", "an", "the", "its", "his", "her", "their"}
PREPOSITIONS = {"of", "to", "with", "in", "at", "for", "von", "mit", "de", "a"}
BY = {"by", "durch", "par", "por", "przez"}
IRREGULAR = {
    "led", "paid", "lent", "met", "sold", "bought", "sent", "given", "run", "held", "known", "made",
    "overthrown", "chosen", "taken", "struck", "beaten", "shot",
}  # fmt: skip
PARTICIPLE_ENDINGS = ("ed", "iert", "tigt", "ützt", "agt", "stellt", "zahlt", "nannt")
ADJECTIVES = {
    "opposed", "invested", "educated", "graduated", "participated", "linked", "related",
    "connected", "associated", "affiliated",
}  # fmt: skip
GIVING = {"supplies", "paid", "donated_to", "lent_to"}
DOERS = ("er", "or", "ist", "ee", "ant", "ian", "ess")  # endings of nouns for persons
RELATIVES = {
    "father", "mother", "child", "son", "daughter", "parent", "boss", "ceo", "chair", "president",
    "subsidiary", "ancestor", "descendant", "client", "patron", "chief", "head", "partner",
    "vassal",
}  # fmt: skip


class PhraseType(NamedTuple):
    """What a phrase means.

    Parameters
    ----------
    type
        The name of the relation type.
    is_reverse
        Whether it is read from the target.
    is_exact
        Whether it is the type's own word.
    """

    type: str
    is_reverse: bool
    is_exact: bool


def read_phrase(folded: str, known: Mapping[str, tuple[str, bool, bool]]) -> PhraseType | None:
    """Return what a folded phrase means; None where nothing known is certain of it.

    Parameters
    ----------
    folded
        The phrase.
    known
        By phrase: the type, whether it is read from the target, whether it is the type's own word.

    Examples
    --------
    >>> known = {"funded": ("funds", False, True), "sponsor": ("funds", False, False)}
    >>> read_phrase("was funded", known)
    PhraseType(type='funds', is_reverse=True, is_exact=False)
    >>> read_phrase("has sponsor", known).is_reverse, read_phrase("sponsor of", known).is_reverse
    (True, False)
    >>> read_phrase("funded in", known) is None
    True
    """
    if folded in known:
        return PhraseType(*known[folded])
    if passive := find_passive(folded):
        return PhraseType(passive, not _is_mutual(passive), is_exact=False)
    verbs, rest, has_article = _split_opening(folded.split())
    phrase = " ".join(rest)
    is_had = bool(verbs) and verbs[-1] in HAVE
    if is_had and not _is_participle(rest[0]):
        return _read_possession(phrase, known)
    if phrase in known and phrase != folded:
        is_passive = bool(verbs) and not is_had and not has_article and len(rest) == 1
        return _read_bare(phrase, known, is_passive=is_passive)
    return _read_preposition(rest, known)


def _split_opening(words: list[str]) -> tuple[list[str], list[str], bool]:
    """Return the verbs that open a phrase, the rest, and whether an article stands between."""
    verbs: list[str] = []
    rest = list(words)
    while len(rest) > 1 and rest[0] in BE | HAVE:
        verbs.append(rest.pop(0))
    has_article = len(rest) > 1 and rest[0] in ARTICLES
    return verbs, rest[1:] if has_article else rest, has_article


def _is_participle(word: str) -> bool:
    return word.endswith(PARTICIPLE_ENDINGS) or word in IRREGULAR


def _is_mutual(name: str) -> bool:
    found = TYPES.get(name) or EXTRA_TYPES[name]
    return found.mutual


def _read_bare(
    phrase: str, known: Mapping[str, tuple[str, bool, bool]], *, is_passive: bool
) -> PhraseType:
    """Return what is left without *is*; a participle of a verb with an object is turned round."""
    name, is_reverse, _ = known[phrase]
    is_turned = is_passive and _is_participle(phrase) and phrase not in ADJECTIVES
    is_turned = is_turned and not _is_mutual(name) and not is_reverse
    return PhraseType(name, is_reverse or is_turned, is_exact=False)


def _read_possession(phrase: str, known: Mapping[str, tuple[str, bool, bool]]) -> PhraseType | None:
    """Return what somebody has: *has sponsor* is *sponsor of* the other way round."""
    if phrase not in known:
        return None
    name, is_reverse, _ = known[phrase]
    last = phrase.rsplit(maxsplit=1)[-1]
    is_role = last.endswith(DOERS) or last in RELATIVES
    return PhraseType(name, is_reverse != (is_role and not _is_mutual(name)), is_exact=False)


def _read_preposition(
    rest: list[str], known: Mapping[str, tuple[str, bool, bool]]
) -> PhraseType | None:
    """Return what a phrase with a preposition behind means, if it does without it."""
    phrase, last = " ".join(rest[:-1]), rest[-1]
    if phrase not in known:
        return None
    name, is_reverse, _ = known[phrase]
    is_done = _is_participle(rest[-2])
    if last in BY or (last == "von" and is_done):
        return None if is_reverse else PhraseType(name, not _is_mutual(name), is_exact=False)
    if last not in PREPOSITIONS or (is_reverse and last == "to"):
        return None
    if not is_done or _is_mutual(name):
        return PhraseType(name, is_reverse, is_exact=False)
    if name == "employs" and not is_reverse:
        return PhraseType(name, is_reverse=True, is_exact=False)
    is_giving = name in GIVING and last == "to" and not is_reverse
    return PhraseType(name, is_reverse, is_exact=False) if is_giving else None
