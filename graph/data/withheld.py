"""How much of the data was left out so that the rest can be passed on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.data.counts import format_count


@dataclass(frozen=True)
class Withheld:
    """How much of the data a Network was made without.

    Parameters
    ----------
    actors, relations, sources
        How many rows.
    columns
        Which columns, each with the name of its table: ``actors.phone``.

    Examples
    --------
    >>> print(Withheld(actors=1, relations=3, columns=("relations.note",)))
    1 actor, 3 relations and 1 column (relations.note)
    >>> bool(Withheld())
    False
    """

    actors: int = 0
    relations: int = 0
    sources: int = 0
    columns: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.actors or self.relations or self.sources or self.columns)

    def __or__(self, other: Withheld) -> Withheld:
        return Withheld(
            self.actors + other.actors,
            self.relations + other.relations,
            self.sources + other.sources,
            (*self.columns, *other.columns),
        )

    def __str__(self) -> str:
        counts = {"actor": self.actors, "relation": self.relations, "source": self.sources}
        texts = [format_count(n, noun) for noun, n in counts.items() if n]
        if self.columns:
            count = format_count(len(self.columns), "column")
            texts.append(f"{count} ({', '.join(self.columns)})")
        return " and ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))


NOTHING = Withheld()
