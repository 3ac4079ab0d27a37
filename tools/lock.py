"""Make the lock files anew from pyproject.toml: `python -m tools.lock`, or with `--upgrade` to the newest versions.

Needs uv. Without `--upgrade` the pins that still fit stay as they are. The files hold every package for Linux,
Windows and macOS and Python 3.11 to 3.13 with its hashes, and name no host, so that any mirror serves.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]


def compile_lock(name: str, *options: str) -> None:
    """Resolve pyproject.toml into the lock file `name`."""
    command = ["uv", "pip", "compile", "--quiet", "pyproject.toml", *OPTIONS, *options, "-o", name]
    subprocess.run(command, cwd=ROOT, check=True)
    pins = [
        line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if not line.startswith(" ")
    ]
    print(f"{name}: {len(pins)} packages")


def main(args: list[str]) -> None:
    """Compile the packages of a user; then those with the extras, and of the tests, which keep the user's pins."""
    compile_lock("requirements.lock", *args)
    extras = ["--all-extras", "--constraint", "requirements.lock"]
    compile_lock("requirements-extras.lock", *extras, *args)
    compile_lock("requirements-test.lock", "--group", "test", *extras, *args)


if __name__ == "__main__":
    main(sys.argv[1:])
