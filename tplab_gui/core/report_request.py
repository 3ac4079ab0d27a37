"""What the lab report is made of and where it goes. Without torch: the window and the command build it."""

from dataclasses import dataclass, field

from tplab_gui.core.student import Student

FORMATS = ("html", "pdf")


@dataclass(frozen=True)
class ReportRequest:
    """`sounds` and `data` '' are FSDD and MNIST where they are present, else the built-in sets.

    `data` is what missing parts are made with when `makes_missing` asks for them.
    """

    out: str
    runs_dir: str
    language: str = "en"
    formats: tuple[str, ...] = FORMATS
    sounds: str = ""
    data: str = ""
    makes_missing: bool = False
    student: Student = field(default_factory=Student)
