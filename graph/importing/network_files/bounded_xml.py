"""Parse XML of a stranger: no entities, nothing from elsewhere, bounded depth and memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import DataError, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_LEVELS = 200
REMEDY = "Save it again in the program that wrote it."


def iter_elements(raw: bytes, name: str) -> Iterator[tuple[str, Element, int]]:
    """Yield each element with its event, ``start`` or ``end``, and its level.

    A caller clears the elements that it has read.

    Raises
    ------
    DataError
        When it is not XML, declares entities, or is nested too deeply.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    level = 0
    try:
        for event, element in iterparse(io.BytesIO(raw), events=("start", "end")):
            level += 1 if event == "start" else -1
            if level > MOST_LEVELS:
                raise make_xml_error(name, "is nested too deeply.")
            yield event, element, level
    except ParseError as error:
        line = error.position[0]
        raise make_xml_error(name, f"is not valid XML: {error}.", line) from None
    except DefusedXmlException:
        what = "declares entities of its own, which may hide anything. It is not read."
        raise make_xml_error(name, what) from None
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise make_xml_error(name, f"is not valid XML: {error}.") from None


def make_xml_error(name: str, what: str, line: int | None = None) -> DataError:
    """Return the error about an XML file."""
    return DataError([Problem(name, line, "", what, REMEDY, rule="no-xml")])


def get_tag(element: Element) -> str:
    """Return the name of an element, without its namespace.

    Examples
    --------
    >>> from xml.etree.ElementTree import Element
    >>> get_tag(Element("{http://gexf.net/1.3}node"))
    'node'
    """
    return str(element.tag).rpartition("}")[2]
