"""Options that every sub-command has."""

import argparse


def common_options(parser: argparse.ArgumentParser) -> None:
    """Add `--json` and `--debug`."""
    parser.add_argument("--json", action="store_true", help="print one JSON object per line and nothing else")
    parser.add_argument("--debug", action="store_true", help="show tracebacks and write a detailed log")
