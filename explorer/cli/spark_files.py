"""``explore sources`` and ``export`` on Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.cli.format_option import format_answer
from explorer.cli.printing import print_answer
from explorer.cli.spark_session import open_on_spark, refuse_on_spark
from graph.text.safe import visible

if TYPE_CHECKING:
    from explorer.cli.filter_options import Filters
    from explorer.cli.session import Session
    from explorer.cli.withheld_options import Withholding


def print_evidence(session: Session, filters: Filters, form: str, *, is_whole: bool) -> None:
    """Print how much rests on each source.

    Parameters
    ----------
    is_whole
        Whether all sources are asked for, and not what rests on one, or on none.
    """
    from explorer.report import sources as report
    from graph.spark.evidence import count_evidence

    if not is_whole:
        refuse_on_spark("What rests on one source")
    with open_on_spark(session) as whole:
        answer = count_evidence(filters.apply(whole))
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))


def export_on_spark(
    session: Session, filters: Filters, withholding: Withholding, file: str, form: str
) -> None:
    """Write the network as a folder of Parquet files."""
    from graph.spark.exporting import export_parquet

    if form != "parquet":
        remedy = "It writes parquet. For another format bring a part home: explore extract"
        refuse_on_spark(f"--as {form}", remedy)
    if withholding.redact:
        refuse_on_spark("--redact")
    with open_on_spark(session) as whole:
        network = filters.apply(whole)
        tables = export_parquet(network, file, include_private=withholding.include_private)
    names = ", ".join(f"{name}.parquet" for name in tables)
    print_answer(f"{visible(file)}: {names}")
