"""Words in dates: months, eras, since and until, about and perhaps, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

# The names of each month; a word for one is a beginning of three letters or more, or the name.
MONTHS = (
    "january januar jänner janvier enero gennaio январь января січень січня styczeń stycznia",
    (
        "february februar feber février fevrier febrero febbraio февраль февраля лютий лютого luty"
        " lutego"
    ),
    "march märz maerz mars marzo март марта березень березня marzec marca",
    "april avril abril aprile апрель апреля квітень квітня kwiecień kwietnia",
    "may mai mayo maggio май мая травень травня maj maja",
    "june juni juin junio giugno июнь июня червень червня czerwiec czerwca",
    "july juli juillet julio luglio июль июля липень липня lipiec lipca",
    "august août aout agosto август августа серпень серпня sierpień sierpnia",
    (
        "september septembre septiembre setiembre settembre сентябрь сентября вересень вересня"
        " wrzesień września"
    ),
    (
        "october oktober octobre octubre ottobre октябрь октября жовтень жовтня październik"
        " października"
    ),
    "november novembre noviembre ноябрь ноября листопад листопада listopad listopada",
    (
        "december dezember décembre decembre diciembre dicembre декабрь декабря грудень грудня"
        " grudzień grudnia"
    ),
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
    >>> [find_month(word) for word in ("sentenced", "General", "married", "Mayor", "Sept")]
    [None, None, None, None, 9]
    """
    from graph.names.folding import fold

    plain = "".join(fold(word))
    if len(plain) < 3:  # noqa: PLR2004 - letters of an abbreviation
        return None
    found = {number for name, number in _read_months().items() if name.startswith(plain)}
    exact = _read_months().get(plain)
    return exact or (next(iter(found)) if len(found) == 1 else None)


@cache
def _read_months() -> Mapping[str, int]:
    """Return the number of a month by each of its names, folded."""
    from graph.names.folding import fold

    names = ((name, number) for number, text in enumerate(MONTHS, 1) for name in text.split())
    return {"".join(fold(name)): number for name, number in names}
