"""Write the table of the built-in types of relations into docs/types.md."""

from __future__ import annotations

from graph.data.sign_reasons import SIGN_REASONS
from graph.data.vocabulary import TYPES, RelationType

WORDS = {"+": "positive", "-": "negative", "0": "neutral"}
HEAD = """# Types of relations

Every relation has a type. These are built in; a file types.csv beside the data adds others, or
changes these for one network. Where a relation has no type, or relations.csv has no column `type`,
it is `related_to`. This file is written from the code by `docs/regenerate.py`.

- The **sign** says how a type counts: positive ones are ties, negative ones are tensions. It is
  about one thing only, whether the type by itself shows goodwill or enmity. Where it depends on the
  case, the sign is neutral: a wrong sign would put actors on a side.
- A **mutual** relation holds both ways. Any other points from its source to its target.
- **Influence** travels along most types. A path along the others (geography, a school) says little.
- An **event** is over when it is done: without an end it ends when it starts, and it is told in the
  past. One that is still to come is told in the present: *A meets B (2099)*.

## Built in

"""
TAIL = """
The list was chosen beside those of FollowTheMoney, LittleSis and Wikidata: ownership, membership,
office, family, payment, debt, contracts, lobbying, lawsuits, education and acquaintance have a type
each.

## Your own, in types.csv

Only the column `type` is due, and `type` alone is enough. The others, and what a blank cell means:

| column | what it may hold | blank |
|---|---|---|
| `type` | the name that relations.csv uses | an error |
| `sign` | `+`, `-`, `0`, or `positive`, `negative`, `neutral` | neutral |
| `mutual`, `influence`, `event` | `yes` or `no` | no |
| `label` | the words from source to target, as in *A guards B* | the name, with blanks for `_` |
| `inverse` | the words back, as in *B is guarded by A* | the sentence keeps the order of the row |
| `past` | the words for what is over, as in *A guarded B* | the sentence says `ended` behind it |

Case does not matter in signs, yes and no. The past of the words back is made from `inverse`: *is*
becomes *was*, *are* becomes *were*, *has* becomes *had*; where it has none of them, a sentence
about what is over keeps the order of the row. An event that is over says its date alone, never
`ended`. One that is still to come is told by `label` if `past` differs; else *was* becomes *is* and
so on, or the sentence says `planned` behind it. A row with the name of a built-in type changes only
what it fills: `funds` with the sign `-` and nothing else keeps its words.
"""


def build_types() -> str:
    """Return the page about types."""
    rows = [
        "| type | sign | why | mutual | influence | event | words | back | past | back |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *map(_build_row, TYPES.values()),
    ]
    return HEAD + "\n".join(rows) + "\n" + TAIL


def _build_row(each: RelationType) -> str:
    answers = ["yes" if answer else "no" for answer in (each.mutual, each.influence, each.event)]
    words = [each.label, each.inverse, each.past, each.past_inverse]
    cells = [f"`{each.name}`", WORDS[each.sign], SIGN_REASONS[each.name], *answers, *words]
    return f"| {' | '.join(cells)} |"
