"""Every check of the project, one after the other: `python3 start.py test` ends here, inside `.venv`.

All steps run even when one fails, so that one run shows everything. The tests run twice: once without a screen
(Qt's offscreen platform), and those marked `x11` in a real X server of their own (Xvfb). With arguments only pytest
runs, with these arguments.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
CLOSING_LINE = re.compile(r"^=*\s*((?:\d+ [a-z]+,? ?)+|no tests ran )in [\d.]+s")
COUNTED = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|xpassed|deselected)\b")
NO_TESTS_COLLECTED = 5
INFORMATION = (
    "--version",
    "-V",
    "-h",
    "--help",
    "--fixtures",
    "--markers",
    "--co",
    "--collect-only",
)  # run no test


class Outcome(NamedTuple):
    """What one step came to."""

    title: str
    status: int
    seconds: float
    note: str = ""

    @property
    def is_ok(self) -> bool:
        """A step that had nothing to do has not failed."""
        return self.status in {0, NO_TESTS_COLLECTED}


def count_results(line: str) -> Counter[str]:
    """Read pytest's closing line ("3 failed, 10 passed in 3.2s") as counts; errors and xpassed count as failed."""
    counts: Counter[str] = Counter()
    for number, word in COUNTED.findall(line):
        name = {"error": "failed", "errors": "failed", "xpassed": "failed", "xfailed": "skipped"}.get(
            word, word
        )
        counts[name] += int(number)
    return counts


def totals_line(counts: Mapping[str, int]) -> str:
    """Give the plain closing line of the whole run."""
    line = f"{counts.get('passed', 0)} passed, {counts.get('failed', 0)} failed"
    return line + (f", {counts['skipped']} skipped" if counts.get("skipped") else "")


@contextmanager
def x_server() -> Iterator[str]:
    """Start an X server with a picture of its own, and give its DISPLAY; it ends with the block."""
    read_end, write_end = os.pipe()
    # Xvfb looks for a free display number itself and writes it to the pipe once it answers.
    command = [
        "Xvfb",
        "-displayfd",
        str(write_end),
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, pass_fds=[write_end], stdout=log, stderr=log) as server,
    ):
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        try:
            if not number:
                log.seek(0)
                raise RuntimeError("Xvfb did not start: " + log.read().decode(errors="replace")[-500:])
            yield ":" + number
        finally:
            server.terminate()


def run_step(title: str, command: Sequence[str]) -> Outcome:
    """Run one tool under a headline."""
    print(f"\n== {title}", flush=True)
    begin = time.monotonic()
    status = subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode
    return Outcome(title, status, time.monotonic() - begin)


def run_pytest(title: str, args: Sequence[str], env: Mapping[str, str], counts: Counter[str]) -> Outcome:
    """Run pytest, pass its output on as it comes, and add what its closing line counts to `counts`."""
    print(f"\n== {title}", flush=True)
    begin = time.monotonic()
    command = [sys.executable, "-m", "pytest", *args]
    closing = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=dict(env), stdout=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            if CLOSING_LINE.match(re.sub(r"\x1b\[\d*m", "", line)):
                closing = re.sub(r"\x1b\[\d*m", "", line)
        status = process.wait()
    found = count_results(closing)
    # A crash, bad usage, or a test that ends the process: no failure is counted, yet nothing is proved either.
    if not closing and status == 0:
        status = 1
    if status not in {0, NO_TESTS_COLLECTED} and not found["failed"]:
        found["failed"] = 1
    counts.update(found)
    note = closing.strip("= \n") or f"pytest ended with status {status} and no closing line"
    return Outcome(title, status, time.monotonic() - begin, note)


def run_tests(args: Sequence[str], counts: Counter[str]) -> list[Outcome]:
    """Run the tests without a screen, then those marked `x11` under Xvfb when there are any among the chosen ones."""
    color = ["--color=yes"] if sys.stdout.isatty() else []
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if any(arg == "-m" or arg.startswith("-m=") for arg in args):
        return [run_pytest("pytest", [*color, *args], os.environ, counts)]
    outcomes = [run_pytest("pytest (offscreen)", [*color, "-m", "not x11", *args], offscreen, counts)]
    has_x11_tests = counts.pop("deselected", 0) > 0
    if not has_x11_tests:
        return outcomes
    if shutil.which("Xvfb") is None:
        return [*outcomes, Outcome("pytest (X11)", 0, 0.0, "not run: Xvfb is not installed")]
    appended = ["--cov-append"] if any(arg.startswith("--cov") for arg in args) else []
    with x_server() as display:
        xcb = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        xcb.pop("WAYLAND_DISPLAY", None)
        outcomes.append(run_pytest("pytest (X11)", [*color, "-m", "x11", *args, *appended], xcb, counts))
    counts.pop("deselected", 0)
    return outcomes


def check_everything(counts: Counter[str]) -> list[Outcome]:
    """Run the linters, the type checker, the import contracts and all tests with coverage."""
    sources = [".", "--no-cache"] if os.environ.get("CI") else ["."]
    outcomes = [
        run_step("ruff format", ["-m", "ruff", "format", "--check", *sources]),
        run_step("ruff check", ["-m", "ruff", "check", "--output-format", "concise", *sources]),
        run_step("mypy", ["-m", "mypy"]),
        run_step(
            "import contracts", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
        ),
    ]
    outcomes += run_tests(["--cov=tplab_gui", "--cov-report="], counts)
    outcomes.append(run_step("coverage", ["-m", "coverage", "report", "--skip-covered", "--skip-empty"]))
    return outcomes


def main(args: Sequence[str]) -> int:
    """Run the checks, sum them up, and end with one plain line of totals."""
    if any(arg in INFORMATION for arg in args):
        return subprocess.run([sys.executable, "-m", "pytest", *args], cwd=ROOT, check=False).returncode
    counts: Counter[str] = Counter()
    outcomes = run_tests(args, counts) if args else check_everything(counts)
    print("\n== Summary")
    for outcome in outcomes:
        print(
            f"{'ok    ' if outcome.is_ok else 'FAILED'} {outcome.seconds:6.1f} s  {outcome.title:20} {outcome.note}"
        )
    print(f"\n{totals_line(counts)}")
    if all(outcome.status == NO_TESTS_COLLECTED for outcome in outcomes):
        return NO_TESTS_COLLECTED
    return 0 if all(outcome.is_ok for outcome in outcomes) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\ntplab: the tests were interrupted.", file=sys.stderr)
        sys.exit(130)
