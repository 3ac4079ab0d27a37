"""`python -m tplab_gui` and `tplab`: the window, or one of the commands."""

import multiprocessing
import sys
from collections.abc import Sequence

from tplab_gui import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; return the exit status."""
    multiprocessing.freeze_support()
    arguments = cli.parse(argv)
    if arguments.command != "gui":
        return cli.run(arguments)
    if sys.platform == "win32":
        # From torch 2.9 on, importing torch after Qt can fail there (WinError 1114, c10.dll): docs/adr/0003.
        import torch  # noqa: F401
    from tplab_gui import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
