"""Exit codes: 0 is an answer, and so is that there is none.

`explorer.cli.signals` has the codes of further signals.
"""

FAILED = 1
"""An error in the data or of the run."""

USAGE_ERROR = 2
INTERRUPTED = 130
