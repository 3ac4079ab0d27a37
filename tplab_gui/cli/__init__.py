"""The command line: one module per sub-command, one way to end.

Status 0 done; 1 failed part way; 2 the request cannot be served; 130 interrupted. On 1 and 2 the last line of stderr is
`tplab: <what happened>. <what to do>.`, and a traceback is shown with `--debug` only.
"""

import argparse
import logging
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from tplab_gui import __version__
from tplab_gui.cli import assets, cam, digit, doctor, export, lesson, report, sweep, train, tune
from tplab_gui.cli.options import common_options
from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError
from tplab_gui.core.logs import LOG_NAME, start_logging
from tplab_gui.core.paths import logs_dir

FAILED, REFUSED, INTERRUPTED = 1, 2, 130
_TABS = ("training", "digits", "heatmap", "data")
_log = logging.getLogger(__name__)


class _Parser(argparse.ArgumentParser):
    """Ends with the lab's own line instead of argparse's."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(f"tplab: {message}. Run `{self.prog} --help` to see what is possible.\n")
        sys.exit(REFUSED)


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line; ends the program with status 2 when it cannot be understood."""
    parser = _Parser(
        prog="tplab", description="TP Lab: see neural networks learn, hear and look.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"tplab {__version__}")
    _window_options(parser)
    parser.set_defaults(command="gui", debug=False)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    window = commands.add_parser("gui", help="open the window (what happens without a command)")
    _window_options(window, is_sub_command=True)
    for module in (doctor, train, tune, export, digit, cam, sweep, assets, report, lesson):
        module.add_parser(commands)
    for name, sub_parser in commands.choices.items():
        if name != "gui":
            common_options(sub_parser)
            sub_parser.set_defaults(command=name)
    return parser.parse_args(argv)


def run(arguments: argparse.Namespace) -> int:
    """Run the sub-command; return the exit status. Never raises."""
    out = Output(is_json=arguments.json)
    start_logging(debug=arguments.debug)
    try:
        status: int = arguments.run(arguments, out)
    except LabError as error:
        out.failure(error)
        status = REFUSED
    except KeyboardInterrupt:
        out.say("Interrupted", "What was finished is kept.")
        status = INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stdout = None
        status = FAILED
    except Exception as error:  # noqa: BLE001  the last net of a command; the log has the traceback
        _log.exception("%s failed", arguments.command)
        if arguments.debug:
            traceback.print_exc()
        what = f"Something unexpected happened ({type(error).__name__}: {error})"
        out.say(what, f"The details are in {logs_dir() / LOG_NAME}; --debug shows them here.")
        status = FAILED
    out.finish()
    return status


def _window_options(parser: argparse.ArgumentParser, *, is_sub_command: bool = False) -> None:
    def default(value: object) -> object:  # a sub-command must not undo what stood before it
        return argparse.SUPPRESS if is_sub_command else value

    parser.add_argument("--tab", choices=_TABS, default=default(None), help="the tab to begin with")
    parser.add_argument(
        "--lang", choices=("en", "fr"), default=default(None), help="the language of the window"
    )
    parser.add_argument(
        "--simulate", action="store_true", default=default(False), help="simulated microphone and camera"
    )
    parser.add_argument(
        "--smoke",
        metavar="FILE.json",
        default=default(None),
        help="open, wait until every tab is ready, write the times, close",
    )
