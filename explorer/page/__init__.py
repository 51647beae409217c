"""Answers -> one HTML file that needs nothing beside it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.network import Network

__all__ = ["page"]


def page(
    network: "Network",
    *,
    title: str | None = None,
    description: str | None = None,
    language: str = "en",
    command: str = "",
) -> str:
    r"""Return the network as one self-contained, interactive HTML page.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    network
        What to show, filtered as it is.
    title, description
        What stands at the top of the page.
    language
        The BCP 47 tag of the language the data is written in.
    command
        The command that made the page, shown under "about".

    Returns
    -------
    str
        Write it as UTF-8 with ``newline="\n"``.
    """
    from explorer.page.document import document, file_hashes
    from explorer.page.html import render

    about = document(
        network,
        title=title or "Who stands how to whom",
        description=description or "",
        language=language,
        command=command,
        inputs=file_hashes(network.files),
    )
    return render(about)
