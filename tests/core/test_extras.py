"""Extras are found without being loaded, and a missing one is told with the line that installs it."""

import importlib.metadata
import subprocess
import sys

import pytest

from tplab_gui.core import extras
from tplab_gui.core.errors import MissingError


@pytest.mark.parametrize("package", extras.EXTRAS)
def test_that_an_installed_extra_has_its_version(package):
    assert extras.version_of(package) == importlib.metadata.version(package)
    extras.need(package)


def test_that_a_missing_extra_is_named_with_the_line_that_installs_it():
    assert extras.version_of("no_such_package_at_all") is None
    with pytest.raises(MissingError, match=r"no_such_package_at_all.*python3 start\.py extras"):
        extras.need("no_such_package_at_all")


def test_that_looking_loads_nothing():
    code = "import sys; from tplab_gui.core import extras; [extras.version_of(n) for n in extras.EXTRAS]; "
    code += "print([n for n in extras.EXTRAS if n in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )
