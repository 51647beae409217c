"""Arrays of numbers through pipes, as bytes with their kind and length before them."""

from __future__ import annotations

import struct
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD = struct.Struct("=cq")
KINDS = {b"i": "int64", b"f": "float64"}


def send(stream: IO[bytes], *arrays: NDArray[Any]) -> None:
    """Write flat arrays of whole numbers or of floating ones.

    Parameters
    ----------
    stream
        Where to; it is flushed.
    arrays
        Whole numbers as `int64`, all others as `float64`.
    """
    for array in arrays:
        kind = b"i" if array.dtype.kind == "i" else b"f"
        raw = array.astype(KINDS[kind]).tobytes()
        stream.write(HEAD.pack(kind, len(raw)) + raw)
    stream.flush()


def receive(stream: IO[bytes]) -> NDArray[Any]:
    """Read one array that `send` wrote.

    Raises
    ------
    EOFError
        When the other end wrote no more.

    Examples
    --------
    >>> import io, numpy as np
    >>> stream = io.BytesIO()
    >>> send(stream, np.array([1, 2]), np.array([0.5]))
    >>> _ = stream.seek(0)
    >>> receive(stream), receive(stream)
    (array([1, 2]), array([0.5]))
    """
    import numpy as np

    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    kind, length = HEAD.unpack(head)
    raw = stream.read(length)
    if len(raw) < length:
        raise EOFError
    return np.frombuffer(raw, dtype=KINDS[kind])
