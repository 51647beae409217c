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
        What stands at the top of the page; by default the name of the folder the network was
        read from, and how much it holds.
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

    return render(
        document(
            network,
            title=_folder(network) if title is None else title,
            description=_counts(network) if description is None else description,
            language=language,
            command=command,
            inputs=file_hashes(network.files),
        )
    )


def _folder(network: "Network") -> str:
    name = network.files[0].resolve().parent.name if network.files else ""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] or "Who stands how to whom"


def _counts(network: "Network") -> str:
    counted = ((len(network.actor_numbers), "actor"), (len(network.relation_numbers), "relation"))
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counted)
