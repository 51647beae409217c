"""What every answer has: a table, a sentence, notes, data, and a display that a face adds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import pandas as pd

    from graph.select.asked_time import AskedTime


class Answer(ABC):
    """What a question to a Network returns. It is frozen, and printed as its sentence and notes.

    Examples
    --------
    >>> import graph
    >>> answer = graph.load_example().path("Minsk", "Belarus")
    >>> isinstance(answer, Answer), str(answer).startswith(answer.sentence)
    (True, True)
    """

    asked_time: AskedTime | None = None
    _render_html: ClassVar[Callable[[Any], str] | None] = None

    @property
    @abstractmethod
    def frame(self) -> pd.DataFrame:
        """The answer as a table."""

    @property
    @abstractmethod
    def sentence(self) -> str:
        """The answer in a sentence."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the sentence needs beside it: what is sampled, left out or cut short."""
        return self.time_notes

    @property
    def time_notes(self) -> tuple[str, ...]:
        """How much of it may hold in the span that was asked, and no more than that."""
        return self.asked_time.notes if self.asked_time else ()

    @property
    def time_fields(self) -> dict[str, Any]:
        """The span that was asked as data, under ``time``; nothing where none was."""
        return {"time": self.asked_time.to_dict()} if self.asked_time else {}

    @abstractmethod
    def to_dict(self) -> dict[str, Any]:
        """Return the answer as data: actors and relations by id, as in JSON and on the page."""

    def __str__(self) -> str:
        return " ".join([self.sentence, *self.notes])

    @classmethod
    def set_html_renderer(cls, render: Callable[[Any], str]) -> None:
        """Let a face write the HTML that a notebook shows of every answer.

        Parameters
        ----------
        render
            Takes an answer and returns HTML. Without it a notebook shows the text.
        """
        Answer._render_html = staticmethod(render)

    def _repr_html_(self) -> str | None:
        render = Answer._render_html
        return None if render is None else render(self)
