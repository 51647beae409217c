"""The version of the project, which the build reads here, and the day of its release."""

__version__ = "0.1.0"

RELEASE_DAY = "2026-11-29"
"""What ended by this day is over. No clock is asked: sentences never change by themselves."""
