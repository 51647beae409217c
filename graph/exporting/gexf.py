"""GEXF 1.3, which Gephi, networkx and graphology open.

Every relation is an edge of its own, and directed: networkx refuses files with edges of both
directions, and graphology those with mutual ones. Whether a relation holds both ways is the
attribute `mutual`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from graph.data.dates import DAYS_OF_MONTH, DAYS_OF_YEAR, ends_with_start, parse_date
from graph.data.vocabulary import RelationType
from graph.exporting.exported_network import Export, ExportedNetwork, Row
from graph.exporting.xml_text import (
    HEADER,
    describe_forbidden,
    escape_xml,
    format_number,
    list_attributes,
    name_attributes,
)

NODE_PARTS = ("id",)
EDGE_PARTS = ("id", "source", "target", "weight", "label")
OPENING = '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'


def write_gexf(exported: ExportedNetwork) -> Export:
    """Write a network as GEXF; start and end are spells, and attributes as they are written.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only("borders")
    >>> write_gexf(ExportedNetwork(net)).files[""].decode().count("<edge ")
    14
    """
    notes = describe_forbidden(exported)
    return Export({"": "".join(_iter_parts(exported)).encode()}, notes)


def _iter_parts(exported: ExportedNetwork) -> Iterator[str]:
    actors, relations = exported.actors, exported.relations
    is_dynamic = any("start" in row or "end" in row for row in (*actors, *relations))
    time = ' mode="dynamic" timeformat="date"' if is_dynamic else ' mode="static"'
    yield HEADER + OPENING
    yield f" <meta>\n  <creator>actor-explorer</creator>\n{_describe(exported)} </meta>\n"
    yield f' <graph defaultedgetype="directed"{time}>\n'
    node_types = list_attributes(actors, NODE_PARTS)
    edge_types = list_attributes(relations, EDGE_PARTS)
    node_ids = name_attributes("node", node_types)
    edge_ids = name_attributes("edge", edge_types)
    yield _declare("node", node_types, node_ids)
    yield _declare("edge", edge_types, edge_ids)
    yield "  <nodes>\n"
    for row in actors:
        yield _format_node(row, node_ids, exported)
    yield "  </nodes>\n  <edges>\n"
    types = {each.name: each for each in exported.types}
    for row in relations:
        yield _format_edge(row, edge_ids, exported, types[str(row["type"])])
    yield "  </edges>\n </graph>\n</gexf>\n"


def _describe(exported: ExportedNetwork) -> str:
    """Return the sources as the description of the file: the format has no other room for them."""
    if not exported.sources:
        return ""
    text = json.dumps({"sources": exported.sources}, ensure_ascii=False)
    return f"  <description>{escape_xml(text)}</description>\n"


def _declare(family: str, types: Mapping[str, str], ids: Mapping[str, str]) -> str:
    lines = "".join(
        f'   <attribute id="{ids[name]}" title="{escape_xml(name)}" type="{kind}"/>\n'
        for name, kind in types.items()
    )
    opening = f'  <attributes class="{family}" mode="static">\n'
    return f"{opening}{lines}  </attributes>\n" if lines else ""


def _format_node(row: Row, ids: Mapping[str, str], exported: ExportedNetwork) -> str:
    colour = exported.kind_colours[str(row["kind"])]
    point = exported.positions.get(str(row["id"]))
    position = ""
    if point:
        x, y = format_number(point[0]), format_number(-point[1])  # y grows upwards in Gephi
        position = f'    <viz:position x="{x}" y="{y}" z="0"/>\n'
    return (
        f'   <node id="{escape_xml(row["id"])}" label="{escape_xml(row["name"])}">\n'
        f"{_format_values(row, ids)}{_format_spell(row)}"
        f"    {_format_colour(colour)}\n{position}   </node>\n"
    )


def _format_edge(
    row: Row, ids: Mapping[str, str], exported: ExportedNetwork, its_type: RelationType
) -> str:
    ends = " ".join(f'{name}="{escape_xml(row[name])}"' for name in ("id", "source", "target"))
    weight = f' weight="{escape_xml(row["weight"])}"' if "weight" in row else ""
    kind, label = escape_xml(its_type.name), escape_xml(its_type.label)
    colour = exported.type_colours[its_type.name]
    return (
        f'   <edge {ends} type="directed" kind="{kind}" label="{label}"{weight}>\n'
        f"{_format_values(row, ids)}{_format_spell(row, event=its_type.event)}"
        f"    {_format_colour(colour)}\n   </edge>\n"
    )


def _format_values(row: Row, ids: Mapping[str, str]) -> str:
    values = "".join(
        f'     <attvalue for="{ids[name]}" value="{escape_xml(value)}"/>\n'
        for name, value in row.items()
        if name in ids
    )
    return f"    <attvalues>\n{values}    </attvalues>\n" if values else ""


def _format_spell(row: Row, *, event: bool = False) -> str:
    """Return the days from a start to an end; a boundary that is not known has none."""
    start_cell, end_cell = str(row.get("start", "")), str(row.get("end", ""))
    first = parse_date(start_cell)
    is_short = ends_with_start(start_cell, end_cell, event=event)
    last = first if is_short else parse_date(end_cell)
    start = f' start="{format_day(first.first)}"' if first else ""
    end = f' end="{format_day(last.last)}"' if last else ""
    return f"    <spells><spell{start}{end}/></spells>\n" if start or end else ""


def format_day(number: int) -> str:
    """Return a day of a date as XML has it; the last day of a month is one that it has.

    Examples
    --------
    >>> days = parse_date("2022-02")
    >>> format_day(days.first), format_day(days.last)
    ('2022-02-01', '2022-02-28')
    """
    year, day_of_year = divmod(number, DAYS_OF_YEAR)
    month, day = divmod(day_of_year, DAYS_OF_MONTH)
    while parse_date(f"{_format_year(year)}-{month + 1:02}-{day + 1:02}") is None:
        day -= 1
    return f"{_format_year(year)}-{month + 1:02}-{day + 1:02}"


def _format_year(year: int) -> str:
    return f"{'-' * (year < 0)}{abs(year):04}"


def _format_colour(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
