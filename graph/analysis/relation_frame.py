"""A table of relations: cells of an answer's own, whether they hold, and their own columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.data.own_columns import add_own_columns
from graph.select.asked_time import add_when

if TYPE_CHECKING:
    import pandas as pd

    from graph.data.records import Relation


def build_relation_frame(
    names: Sequence[str], rows: Sequence[Sequence[object]], relations: Sequence[Relation]
) -> pd.DataFrame:
    """Return a row for each relation, with ``when`` and ``why`` if a span was asked.

    Parameters
    ----------
    names, rows
        The columns of the answer, and their cells.
    relations
        The relation of each row.
    """
    import pandas as pd

    frame = add_when(pd.DataFrame(rows, columns=[*names]), relations)
    return add_own_columns(frame, [relation.attributes for relation in relations])
