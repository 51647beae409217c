"""Answers -> one HTML file that needs nothing beside it."""

from typing import TYPE_CHECKING

from graph.wording import joined

if TYPE_CHECKING:
    from graph.nests import Progress
    from graph.network import Network

__all__ = ["page"]

NAMED_IN_TITLE = 3


def page(  # noqa: PLR0913 - what the page says about itself
    network: "Network",
    *,
    title: str | None = None,
    description: str | None = None,
    language: str = "en",
    command: str = "",
    progress: "Progress | None" = None,
) -> str:
    r"""Return the network as one self-contained, interactive HTML page.

    The same network gives the same bytes. The page makes no request.

    Parameters
    ----------
    network
        What to show, filtered as it is.
    title, description
        What stands at the top of the page; by default the three best-connected actors, and how
        much it holds.
    language
        The BCP 47 tag of the language the data is written in.
    command
        The command that made the page, shown under "about".
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

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
            title=_first_actors(network) if title is None else title,
            description=_counts(network) if description is None else description,
            language=language,
            command=command,
            inputs=file_hashes(network.files),
            progress=progress,
        )
    )


def _first_actors(network: "Network") -> str:
    """Name a page after its best-connected actors: the same title wherever the files lie."""
    first = [actor.name for actor in network.centrality("degree").top(NAMED_IN_TITLE).actors]
    others = len(network.actor_numbers) - len(first)
    if not first:
        return "Who stands how to whom"
    more = [f"{others:,} other{'s' * (others > 1)}"] if others else []
    return joined([*first, *more])


def _counts(network: "Network") -> str:
    counted = ((len(network.actor_numbers), "actor"), (len(network.relation_numbers), "relation"))
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counted)
