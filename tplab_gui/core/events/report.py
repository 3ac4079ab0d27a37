"""What the job that writes the lab report says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """The files of the report, and in its language what it lacks."""

    files: tuple[str, ...]
    missing: tuple[str, ...]
