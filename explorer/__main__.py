"""``python -m explorer`` is ``explore``."""

from explorer.cli import main

main()
