"""Words in dates: months, eras, since and until, about and perhaps, in seven languages."""

from __future__ import annotations

import re

# Each month by the beginnings of its names, folded to plain letters.
MONTHS = (
    "jan gen ene yanv sich stycz stud",
    "feb fev fevr lyut liut lut fever",
    "mar maer berez",
    "apr avr abr kvit kwie",
    "may mai maj trav",
    "jun juin cherv czerw iyun jui̇n",
    "jul juil lyp lip iyul",
    "aug aou ago avg serp sierp",
    "sep set sent veres wrzes",
    "oct okt ott zhovt pazdz pazdziernik",
    "nov noya lystop listop",
    "dec dez dic dek hrud grud",
)
BEFORE_CHRIST = (
    r"\s*(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|av\.?\s?j\.?-?\s?c\.?|a\.\s?c\."
    r"|до\s?н\.?\s?[эе]\.?|p\.?\s?n\.?\s?e\.?)"
)
OUR_ERA = (
    r"(?:\s*(?:a\.?d\.?|c\.?e\.?|n\.?\s?chr\.?|ap\.?\s?j\.?-?c\.?|н\.?\s?[эе]\.?|n\.?\s?e\.?))?"
)
SINCE = (
    r"(?:since|from|as of|starting|seit|ab|von|depuis|dès|à partir de|desde|с|со|начиная с|з|із"
    r"|від|od)\s+"
)
UNTIL = r"(?:until|till|to|up to|bis|jusqu'(?:à|en)|jusqu’(?:à|en)|hasta|до|по|do)\s+"
ABOUT = (
    r"(?:c\.|ca\.?|cca\.?|circa|about|around|approx\.?|approximately|~|≈|um|etwa|env\.?|environ|vers"
    r"|hacia|около|ок\.|примерно|приблизительно|близько|бл\.|ok\.|około|c\s)\s*"
)
PERHAPS = (
    r"(?:perhaps|maybe|possibly|probably|vermutlich|vielleicht|peut-être|quizás|возможно"
    r"|можливо|może|\?)\s*"
)
PRESENT = re.compile(
    r"present|today|now|ongoing|current|currently|still|open|heute|jetzt|laufend|aktuell"
    r"|aujourd'hui|présent|en cours|actual|actualidad|presente|hoy|настоящее время"
    r"|по настоящее время"
    r"|н\.?\s?в\.?|сейчас|досі|зараз|теперішній час|obecnie|teraz|nadal"
    r"|\.\.|\.\.\.|…|∞|9999(?:-12-31)?",
    re.IGNORECASE,
)
OVER = re.compile(
    r"ended|over|past|former|finished|beendet|terminé|terminado|закончено|zakończone",
    re.IGNORECASE,
)
PART_OF_YEAR = re.compile(
    r"(?:(?:in|the|of|im|em|en)\s+)*"
    r"(?:spring|summer|autumn|fall|winter|early|mid|late|end|beginning|start|middle"
    r"|q[1-4]|[1-4]q|h[12]|anfang|mitte|ende|frühjahr|frühling|sommer|herbst|début|fin|mi|printemps|été"
    r"|automne|hiver|primavera|verano|otoño|invierno|весна|весной|лето|летом|осень|осенью|зима"
    r"|зимой|начало|середина|конец|wiosna|lato|jesień|zima|początek|połowa|koniec|in|en|im|в|у|w)"
    r"(?:\s*(?:of|de|des|du|-)?\s*)([0-9]{4})(?:\s*(?:г\.?|р\.?|r\.?|года?|року))?|([0-9]{4})[\s-]*(?:q[1-4]|h[12])",
    re.IGNORECASE,
)
TO = r"\s*(?:[-–—]+|/|\bto\b|\buntil\b|\bbis\b|\bà\b|\bau\b|\bhasta\b|\bпо\b|\bдо\b|\bdo\b|\.\.)\s*"


def find_month(word: str) -> int | None:
    """Return the number of a month by its name or the beginning of it.

    Examples
    --------
    >>> [find_month(word) for word in ("Aug", "März", "sierpnia", "июля", "spring")]
    [8, 3, 8, 7, None]
    """
    from graph.names.folding import fold

    plain = "".join(fold(word))
    if len(plain) < 3:  # noqa: PLR2004 - letters of an abbreviation
        return None
    for number, beginnings in enumerate(MONTHS, 1):
        if any(plain.startswith(each) for each in beginnings.split()):
            return number
    return None
