"""Libraries that few need: each is an extra of the project; what needs it says how to get it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from graph.errors import LibraryMissing

PACKAGES: Mapping[str, str] = {
    "pyarrow": "pyarrow",
    "pyspark": "pyspark",
    "font_source_sans_pro": "font-source-sans-pro",
    "typst": "typst font-source-sans-pro",
}
"""By the library, the packages that are installed for it."""


def require_library(library: str, purpose: str) -> None:
    """Import a library that may not be installed.

    Parameters
    ----------
    library
        One of `PACKAGES`.
    purpose
        What needs it, as the beginning of a sentence.

    Raises
    ------
    LibraryMissing
        When it is not installed.

    Examples
    --------
    >>> require_library("pyarrow", "A Parquet file")
    """
    try:
        import_module(library)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise  # it is there, and something that it needs is not
        raise LibraryMissing(f"{purpose} {describe_missing(library)}") from None


def is_installed(library: str) -> bool:
    """Return whether a library is installed, without importing it.

    Examples
    --------
    >>> is_installed("pyarrow"), is_installed("nothing_of_this_name")
    (True, False)
    """
    return find_spec(library) is not None


def describe_missing(library: str) -> str:
    """Return the rest of a sentence on what needs a library, and how to get it.

    Examples
    --------
    >>> describe_missing("pyarrow")
    'needs pyarrow, which is not installed. Install it: pip install pyarrow'
    """
    return f"needs {library}, which is not installed. Install it: pip install {PACKAGES[library]}"
