"""Sources as BibTeX and as CSL-JSON, for programs that keep references such as Zotero.

The page writes the same in `explorer/page/assets/core/bibliography.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from explorer.report.citations import ENDING, find_address
from graph import Source
from graph.data.records import Reference
from graph.text.safe import visible
from graph.text.urls import parse_web_address

Item = Mapping[str, Any]

_DATE = re.compile(r"(-?[0-9]{1,6})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
_KEY = re.compile(r"[^A-Za-z0-9_:-]+")
_BIBTEX = re.compile(r"[\\{}#$%&_~^]")
_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_FIELDS = (
    ("author", "author"),
    ("title", "title"),
    ("year", "year"),
    ("month", "month"),
    ("publisher", "publisher"),
    ("URL", "url"),
    ("note", "note"),
)


def to_csl_items(references: Iterable[Reference]) -> list[Item]:
    """Return references as items of CSL-JSON 1.0.2, each once; authors stay as they are written.

    Examples
    --------
    >>> to_csl_items([Source("a", title="A strategy", author="Rudnik, A.", date="2022-08")])[0]
    {'id': 'a', 'type': 'document', 'title': 'A strategy', 'author': [{'literal': 'Rudnik, A.'}], \
'issued': {'date-parts': [[2022, 8]]}}
    """
    unique = list(dict.fromkeys(references))
    names = iter(_name_items(unique))
    return [_to_csl_item(next(names), reference) for reference in unique]


def to_csl_json(references: Iterable[Reference]) -> str:
    """Return references as a CSL-JSON file."""
    import json

    return json.dumps(to_csl_items(references), ensure_ascii=False, indent=2)


def to_bibtex(references: Iterable[Reference]) -> str:
    r"""Return references as a BibTeX file; names and titles stay as they are written.

    Examples
    --------
    >>> print(to_bibtex([Source("a b", title="Men & {arms}", author="Rudnik, A.")]))
    @misc{a-b,
      author = {{Rudnik, A.}},
      title = {{Men \& \{arms\}}},
    }
    """
    return "\n\n".join(map(_format_entry, to_csl_items(references)))


def _name_items(references: Iterable[Reference]) -> Iterator[str]:
    """Yield a name for each reference: the id of a source as far as it can be a key, and unique."""
    used: set[str] = set()
    for reference in references:
        stem = reference.id if isinstance(reference, Source) else "reference"
        stem = _KEY.sub("-", stem).strip("-") or "source"
        name, number = stem, 1
        while name.lower() in used:
            number += 1
            name = f"{stem}-{number}"
        used.add(name.lower())
        yield name


def _to_csl_item(name: str, reference: Reference) -> Item:
    address = find_address(reference)
    if not isinstance(reference, Source):
        text = visible(reference)
        link = {"URL": text} if parse_web_address(text) and ENDING.isdisjoint(text) else {}
        return {"id": name, "type": "webpage" if link else "document", "title": text, **link}
    fields: dict[str, Any] = {
        "title": visible(reference.title or reference.id),
        "author": [{"literal": visible(reference.author)}] if reference.author else None,
        "issued": _to_csl_date(reference.date) if reference.date else None,
        "publisher": visible(reference.publisher),
        "URL": address,
        "note": _describe_way(reference, address),
    }
    given = {field: value for field, value in fields.items() if value}
    return {"id": name, "type": "webpage" if address else "document", **given}


def _describe_way(source: Source, address: str) -> str:
    """Return which source quotes a source, and where a copy of it is."""
    archive = find_address(Source("", url=source.archive_url))
    words = [
        f"Quoted in {source.via}." if source.via else "",
        f"Archived: {archive}" if archive and archive != address else "",
    ]
    return visible(" ".join(filter(None, words)))


def _to_csl_date(date: str) -> Item:
    match = _DATE.fullmatch(date)
    if match is None:
        return {"literal": visible(date)}
    *parts, doubt = match.groups()
    circa = {"circa": True} if doubt else {}
    return {"date-parts": [[int(part) for part in parts if part]], **circa}


def _format_entry(item: Item) -> str:
    fields = {**item, **_list_date_fields(item.get("issued", {}))}
    if "author" in item:
        fields["author"] = item["author"][0]["literal"]
    lines = [
        f"  {name} = {_brace(str(fields[field]), field)},"
        for field, name in _FIELDS
        if field in fields
    ]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"])


def _list_date_fields(issued: Item) -> Mapping[str, str]:
    if "literal" in issued:
        return {"year": issued["literal"]}
    numbers = [str(number) for number in issued.get("date-parts", [[]])[0]]
    return dict(zip(("year", "month"), numbers, strict=False))


def _brace(text: str, field: str) -> str:
    if field == "URL":
        return f"{{{text}}}"
    escaped = _BIBTEX.sub(lambda sign: _BIBTEX_SIGNS.get(sign[0], f"\\{sign[0]}"), text)
    return f"{{{{{escaped}}}}}" if field in ("author", "title", "publisher") else f"{{{escaped}}}"
