"""Arrays of numbers through pipes, as bytes after a header with their type and length."""

from __future__ import annotations

import struct
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEADER = struct.Struct("=cq")
TYPES = {b"i": "int64", b"f": "float64"}


def write_arrays(stream: IO[bytes], *arrays: NDArray[Any]) -> None:
    """Write flat arrays of integers or floating-point numbers, and flush the stream.

    Parameters
    ----------
    stream
        The stream to write to.
    arrays
        Integers are written as `int64`, all others as `float64`.
    """
    for array in arrays:
        code = b"i" if array.dtype.kind == "i" else b"f"
        raw = array.astype(TYPES[code]).tobytes()
        stream.write(HEADER.pack(code, len(raw)) + raw)
    stream.flush()


def read_array(stream: IO[bytes]) -> NDArray[Any]:
    """Read an array that `write_arrays` wrote.

    Raises
    ------
    EOFError
        When the stream ends before.

    Examples
    --------
    >>> import io, numpy as np
    >>> stream = io.BytesIO()
    >>> write_arrays(stream, np.array([1, 2]), np.array([0.5]))
    >>> _ = stream.seek(0)
    >>> read_array(stream), read_array(stream)
    (array([1, 2]), array([0.5]))
    """
    import numpy as np

    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        raise EOFError
    code, length = HEADER.unpack(header)
    raw = stream.read(length)
    if len(raw) < length:
        raise EOFError
    return np.frombuffer(raw, dtype=TYPES[code])
