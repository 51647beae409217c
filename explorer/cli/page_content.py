"""What goes into a page: a network or two versions of one, without what is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from explorer.cli.options import Filters
from explorer.cli.session import Session
from explorer.cli.two_versions import compared
from explorer.cli.withheld_options import Withholding
from explorer.page.presentation import Presentation
from graph import Comparison, Network, compare
from graph.saved.arrangement import Arrangement
from graph.saved.layout_file import beside


class Content(NamedTuple):
    """What goes into a page.

    Parameters
    ----------
    shown
        What the page shows.
    network
        The network that is drawn: of two versions, both in one.
    arrangement
        The saved layout, if there is one.
    """

    shown: Network | Comparison
    network: Network
    arrangement: Arrangement | None

    @property
    def files(self) -> list[Path]:
        """Every file that was read."""
        saved = self.arrangement.file if self.arrangement else None
        return [*self.network.files, *([saved] if saved else [])]


class Asked(NamedTuple):
    """What was asked for.

    Parameters
    ----------
    layout
        The file of the saved layout; True for the one beside the data, if there is one.
    """

    session: Session
    presentation: Presentation
    layout: str | bool
    filters: Filters
    withholding: Withholding

    def network(self) -> Content:
        """Return what may be passed on of the data of this run."""
        kept = self.filters.apply(self.session.network())
        story = self.presentation.story
        network = self.withholding.apply(kept, self._texts, story=story)
        arrangement = self.session.layout(network, kept, self.layout)
        self._tell_notes(arrangement, [(kept, network)])
        if story:
            self.session.story(network)
        return Content(network, network, arrangement)

    def versions(self, before: str, after: str) -> Content:
        """Return what may be passed on of two folders; the layout is the later one's."""
        pairs: list[tuple[Network, Network]] = []

        def left(kept: Network) -> Network:
            folder = after if pairs else before
            pairs.append((kept, self.withholding.apply(kept, self._texts, version=folder)))
            return pairs[-1][1]

        found = compared(self.session, before, after, filters=self.filters, left=left)
        network = found.union.network
        file = beside(found.after.files) if self.layout is True else self.layout
        whole = [kept for kept, _ in pairs]  # whoever is withheld is no stranger to the layout
        known = compare(*whole).union.network if file and network.withheld else network
        arrangement = self.session.layout(network, known, str(file) if file else False)
        self._tell_notes(arrangement, pairs)
        return Content(found, network, arrangement)

    @property
    def _texts(self) -> tuple[str | None, ...]:
        return self.presentation.title, self.presentation.description

    def _tell_notes(
        self, arrangement: Arrangement | None, pairs: Sequence[tuple[Network, Network]]
    ) -> None:
        """Tell which notes of a layout name actors who are withheld."""
        for kept, left in pairs:
            self.withholding.tell_names(kept, left, arrangement.notes if arrangement else ())
