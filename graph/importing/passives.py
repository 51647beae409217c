"""Passives of other languages than English: *wird finanziert von*, *financé par*, *финансируется*.

They are read from the target. A participle alone says nothing where the active verb is spelt alike
(*finanziert*): it needs a verb before it, or a word such as *von* behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from graph.importing.roles.folded_headers import fold_header

OPENINGS = """ist, sind, wird, werden, wurde, wurden, war, waren, est, sont, était, a été, ont été,
    fut, es, son, fue, fueron, está, ha sido, jest, są, był, była, było, został, została, zostało,
    zostali, был, была, было, были, является, є, був, була, було"""
CLOSINGS = "von, vom, durch, par, por, przez, за счет, за рахунок, из, з, od"
_GERMAN = """
funds: finanziert, gefördert, gesponsert
controls: kontrolliert, beherrscht
leads: geleitet, geführt, angeführt
commands: befehligt, kommandiert
founded: gegründet
employs: beschäftigt, angestellt, eingestellt
supports: unterstützt
opposes: bekämpft
attacks: angegriffen
sanctions: sanktioniert
supplies: beliefert
hosts: beherbergt
sued: verklagt
appointed: ernannt
advises: beraten
represents: vertreten
paid: bezahlt
investigates: untersucht
criticises: kritisiert
praises: gelobt
killed: getötet, ermordet
owns: besessen
"""
_FRENCH = """
funds: financé, subventionné
owns: détenu, possédé
controls: contrôlé
leads: dirigé, mené
commands: commandé
founded: fondé, créé
employs: employé, embauché
supports: soutenu, appuyé
opposes: combattu
attacks: attaqué
sanctions: sanctionné
supplies: approvisionné, fourni
hosts: hébergé
sued: poursuivi
appointed: nommé
advises: conseillé
represents: représenté
paid: payé
criticises: critiqué
killed: tué, assassiné
"""
_SPANISH = """
funds: financiado, subvencionado
owns: poseído
controls: controlado
leads: dirigido, liderado, encabezado
founded: fundado, creado
employs: empleado, contratado
supports: apoyado, respaldado
attacks: atacado
sanctions: sancionado
sued: demandado
appointed: nombrado, designado
advises: asesorado
represents: representado
paid: pagado
investigates: investigado
criticises: criticado
killed: asesinado
"""
_POLISH = """
funds: finansowany, sponsorowany, dotowany
controls: kontrolowany
leads: kierowany, zarządzany, prowadzony
founded: założony, utworzony
employs: zatrudniony
supports: wspierany, popierany
attacks: atakowany, zaatakowany
sued: pozwany
appointed: mianowany, powołany
represents: reprezentowany
paid: opłacany, opłacony
criticises: krytykowany
killed: zabity, zamordowany
"""
_SELF_EVIDENT = """
funds: финансируется, спонсируется, финансируемый, финансируемая, фінансується, спонсорується
controls: контролируется, подконтролен, подконтрольна, контролюється, підконтрольний
leads: возглавляется, управляется, руководится, очолюється, керується
founded: основан, основана, основано, создан, создана, заснований, заснована, засновано, створений
employs: нанят, нанята, найнятий, найнята
supports: поддерживается, підтримується
attacks: атакован, атакована, атакований
appointed: назначен, назначена, призначений, призначена
killed: убит, убита, вбитий, вбита
criticises: критикуется, критикується
"""
"""Verbs and participles that are passive by themselves, in Russian and Ukrainian."""
ENDINGS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    _GERMAN: ("", ("",)),
    _FRENCH: ("", ("", "e", "s", "es")),
    _SPANISH: ("o", ("o", "a", "os", "as")),
    _POLISH: ("y", ("y", "a", "e", "i")),
    _SELF_EVIDENT: ("", ("",)),
}
"""For each language what its participles lose, and with which endings they are written."""


def find_passive(folded: str) -> str:
    """Return the type that a passive means, which is read from the target; empty for none.

    Examples
    --------
    >>> [find_passive(words) for words in ("wird finanziert von", "fundada por", "finanziert")]
    ['funds', 'founded', '']
    >>> find_passive("finansiruetsya")
    'funds'
    """
    words = folded
    opening = next((each for each in _read_list(OPENINGS) if words.startswith(f"{each} ")), "")
    words = words.removeprefix(f"{opening} ")
    closing = next((each for each in _read_list(CLOSINGS) if words.endswith(f" {each}")), "")
    words = words.removesuffix(f" {closing}")
    name, is_plain = _read_participles().get(words, ("", False))
    return name if is_plain or opening or closing else ""


@cache
def _read_list(text: str) -> tuple[str, ...]:
    """Return phrases, the longest first."""
    phrases = {" ".join(fold_header(each)) for each in text.split(",")}
    return tuple(sorted(phrases, key=lambda each: (-len(each), each)))


@cache
def _read_participles() -> Mapping[str, tuple[str, bool]]:
    """Return by participle the type, and whether it is a passive by itself."""
    return {
        word: (name, text is _SELF_EVIDENT)
        for text in ENDINGS
        for name, word in _iter_participles(text)
    }


def _iter_participles(text: str) -> Iterator[tuple[str, str]]:
    last, endings = ENDINGS[text]
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split(","):
            stem = word.strip().removesuffix(last)
            for ending in endings:
                yield name, " ".join(fold_header(stem + ending))
