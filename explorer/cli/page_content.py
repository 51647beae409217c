"""What is drawn on a page: one network or two versions, without the withheld rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from explorer.cli.filter_options import Filters
from explorer.cli.session import Session
from explorer.cli.two_versions import compare_versions
from explorer.cli.withheld_options import Withholding
from explorer.page.presentation import Presentation
from graph import Comparison, Network, compare
from graph.saved.arrangement import Arrangement
from graph.saved.layout_file import find_layout


class PageContent(NamedTuple):
    """What is drawn on a page.

    Parameters
    ----------
    shown
        A network, or a comparison of two versions.
    network
        The network that is drawn; of two versions, their union.
    arrangement
        The saved layout, if there is one.
    """

    shown: Network | Comparison
    network: Network
    arrangement: Arrangement | None

    @property
    def files(self) -> list[Path]:
        """Every file that was read."""
        layout = self.arrangement.file if self.arrangement else None
        return [*self.network.files, *([layout] if layout else [])]


class PageRequest(NamedTuple):
    """The options of a page, from which its content is read.

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

    def read_network(self) -> PageContent:
        """Return the content of a page with one network."""
        selected = self.filters.apply(self.session.read_and_warn(notes=True))
        story = self.presentation.story
        network = self.withholding.apply(selected, self._texts, story=story)
        arrangement = self.session.read_layout(network, selected, self.layout)
        self._warn_of_notes(arrangement, [(selected, network)])
        if story:
            self.session.read_story(network)
        return PageContent(network, network, arrangement)

    def read_versions(self, before: str, after: str) -> PageContent:
        """Return the content of a page with two versions; the layout is the later one's."""
        pairs: list[tuple[Network, Network]] = []

        def withhold(selected: Network, other_version: Network) -> Network:
            folder = after if pairs else before
            public = self.withholding.apply(
                selected, self._texts, version=folder, other_version=other_version
            )
            pairs.append((selected, public))
            return public

        comparison = compare_versions(
            self.session, before, after, filters=self.filters, withhold=withhold
        )
        network = comparison.union.network
        file = find_layout(comparison.after.files, self.layout)
        # With the withheld actors, whom the layout may position without a warning.
        whole = network
        if file and network.withheld:
            whole = compare(*(selected for selected, _ in pairs)).union.network
        arrangement = self.session.read_layout(network, whole, str(file) if file else False)
        self._warn_of_notes(arrangement, pairs)
        return PageContent(comparison, network, arrangement)

    @property
    def _texts(self) -> tuple[str | None, ...]:
        return self.presentation.title, self.presentation.description

    def _warn_of_notes(
        self, arrangement: Arrangement | None, pairs: Sequence[tuple[Network, Network]]
    ) -> None:
        """Warn of notes of a layout that name withheld actors."""
        notes = arrangement.notes if arrangement else ()
        for selected, public in pairs:
            self.withholding.warn_of_names(selected, public, notes)
