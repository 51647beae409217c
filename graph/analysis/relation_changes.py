"""Say how relations changed since an answer with them was printed as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.data.counts import format_count
from graph.errors import shorten

if TYPE_CHECKING:
    from graph.data.records import Relation

FIELDS = ("start", "end", "weight", "confidence", "grade", "claimant", "basis", "note")
"""What is compared of a relation, beside its sources."""

Before = Mapping[str, Mapping[str, Any]]
"""Relations as ``explore path --format json`` prints them, by id."""


def describe_changes(today: Mapping[str, Relation], before: Before) -> Iterable[str]:
    """Yield how each relation changed, in a sentence.

    Parameters
    ----------
    today
        Relations of the data, by id.
    before
        What they said; relations that are not among them are passed over.
    """
    from graph.data.records import Source

    for name, relation in today.items():
        if name not in before:
            continue
        was = before[name]
        claimant = relation.claimant
        now = {
            **{field: getattr(relation, field) for field in FIELDS},
            "claimant": claimant if isinstance(claimant, str) else claimant.id,
        }
        words = [
            f"{field} was {_quote(was.get(field))}, is {_quote(now[field])}"
            for field in FIELDS
            if field in was and was[field] != now[field]
        ]
        cited = [ref.id if isinstance(ref, Source) else ref for ref in relation.references]
        earlier = _list_cited(was)
        lost = [each for each in earlier if each not in cited]
        gained = [each for each in cited if each not in earlier]
        words += [f"no longer cites {join_shortened(lost)}"] if lost else []
        words += [f"now cites {join_shortened(gained)}"] if gained else []
        if words:
            yield f"{relation.sentence}: {'; '.join(words)}."


def _list_cited(was: Mapping[str, Any]) -> list[str]:
    cited = was.get("references", [])
    references = (
        [each for each in cited if isinstance(each, dict)] if isinstance(cited, list) else []
    )
    return [str(each.get("source") or each.get("text") or "") for each in references]


def _quote(value: object) -> str:
    return "blank" if value in ("", None) else shorten(str(value))


def join_shortened(words: Sequence[str], mark: str = ", ", most: int = 5) -> str:
    """Return words in a list, long ones shortened; of very many the first, and how many more."""
    listed = [shorten(word) for word in words[:most]]
    more = len(words) - len(listed)
    return mark.join([*listed, *([f"{format_count(more, 'other')}"] if more else [])])
