#!/usr/bin/env python3
"""Set TP Lab up and start it, or set it up and test it.

    python3 start.py [arguments of tplab]
    python3 start.py test [arguments of pytest]
    python3 start.py extras        add the packages that most can do without

Only the standard library is used here. The first call makes `.venv` beside this file, installs the pinned and
hash-checked packages of `requirements.lock` into it and, on Debian and Ubuntu, the system libraries that Qt and the
microphone need; later calls find a stamp in `.venv` and go straight on. `TPLAB_WHEELS=DIR` installs from a folder of
downloaded packages without a network.

This file must still parse on Python 3.6, so that an old Python gives a sentence instead of a syntax error.
"""

import sys

OLDEST = (3, 11)
NEWEST = (3, 13)


def python_problem(version):  # noqa: ANN001, ANN201 - runs on Pythons that cannot evaluate newer annotations
    """Say in one sentence why this Python cannot run TP Lab; empty when it can."""
    found = "{}.{}".format(*version[:2])
    wanted = "{}.{} to {}.{}".format(*(OLDEST + NEWEST))
    if tuple(version[:2]) < OLDEST:
        return "Python {} is too old for TP Lab. Install Python {} and start this file with it.".format(
            found, wanted
        )
    if tuple(version[:2]) > NEWEST:
        return "Python {} is newer than TP Lab knows. Start this file with Python {}.".format(found, wanted)
    return ""


if __name__ == "__main__" and python_problem(sys.version_info):
    sys.stderr.write("tplab: " + python_problem(sys.version_info) + "\n")
    sys.exit(2)

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import zipfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# The Python outside any virtual environment: this file may be started from within .venv, which it may have to remove.
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable
# Each holds the pins of those before it.
LOCKS = {"run": "requirements.lock", "extras": "requirements-extras.lock", "test": "requirements-test.lock"}
# What building grad-cam and ttach needs; they ship as source only.
BUILD_TOOLS = ("setuptools", "wheel", "packaging")
IS_LINUX = sys.platform.startswith("linux")  # torch for Linux brings 2.4 GB of CUDA
# What the set-up takes on the disk at its worst moment; pip keeps all downloads beside what it has unpacked.
NEEDED_BYTES = {"uv": (7 if IS_LINUX else 3) * 10**9, "pip": (9 if IS_LINUX else 4) * 10**9}
PIP_CACHE_BYTES = 3 * 10**9
TAIL_LINES = 40
KIT_WHEELS = ROOT / "wheels"  # of an offline kit (`tplab assets kit`): the packages lie beside the program


class Stop(Exception):  # noqa: N818 - it ends the program, and is not always an error
    """The set-up cannot go on: one or two sentences, and the exit status."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status


def say(text: str) -> None:
    """Tell the progress on stderr: stdout belongs to the command that follows (it may be JSON)."""
    print(text, file=sys.stderr, flush=True)


# ---------------------------------------------------------------------------------------------------------------------
# What the request needs


def wants_window(args: Sequence[str]) -> bool:
    """Tell whether `tplab ARGS` opens a window that a person looks at."""
    if any(arg in {"-h", "--help", "--version", "--smoke"} or arg.startswith("--smoke=") for arg in args):
        return False
    before = ["", *args]  # the word in front of each argument: `--tab data` has a value, not a sub-command
    words = [
        arg for arg, last in zip(args, before) if not arg.startswith("-") and last not in {"--tab", "--lang"}
    ]
    return words[:1] in ([], ["gui"])


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether Qt can show a window: only Linux and its relatives can be without a display."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


NO_DISPLAY = (
    "This machine shows no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open. "
    "To try everything without one: python3 start.py --simulate --smoke smoke.json"
)


def child_environment(environ: Mapping[str, str], args: Sequence[str] = ()) -> dict[str, str]:
    """Give the environment for what runs inside `.venv`: bytecode allowed, no stray modules, a platform for --smoke."""
    # Without bytecode Python compiles torch's 2,000 modules at each start: several times slower.
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    # Settings that would make pip or uv install elsewhere, skip a package or skip the hashes.
    unwanted |= {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_DEPS", "PIP_REQUIRE_HASHES", "PIP_NO_BINARY"}
    unwanted |= {
        "PIP_CONSTRAINT",
        "PIP_REQUIREMENT",
        "UV_NO_VERIFY_HASHES",
        "UV_REQUIRE_HASHES",
        "UV_CONSTRAINT",
    }
    unwanted |= {
        "UV_NO_BUILD",
        "UV_NO_BINARY",
        "UV_OVERRIDE",
        "UV_PYTHON",
        "UV_PROJECT_ENVIRONMENT",
        "UV_EXCLUDE_NEWER",
    }
    child = {name: value for name, value in environ.items() if name not in unwanted}
    if any(arg.split("=")[0] == "--smoke" for arg in args) and not has_display(environ):
        child["QT_QPA_PLATFORM"] = "offscreen"
    return child


# ---------------------------------------------------------------------------------------------------------------------
# System libraries and programs


class Need(NamedTuple):
    """A shared library or a program of the system, and the Debian package that has it."""

    name: str
    package: str
    is_program: bool = False
    is_required: bool = True


QT_LIBRARIES = (
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
)
# Without PortAudio only the microphone is missing, so a start goes on; the tests of the microphone would be skipped.
MICROPHONE = (Need("libportaudio.so.2", "libportaudio2", is_required=False),)
TEST_TOOLS = (
    Need("Xvfb", "xvfb", is_program=True, is_required=False),
    Need("xdotool", "xdotool", is_program=True, is_required=False),
    Need("pulseaudio", "pulseaudio", is_program=True, is_required=False),
    Need("pactl", "pulseaudio-utils", is_program=True, is_required=False),
    Need("libasound_module_pcm_pulse.so", "libasound2-plugins", is_required=False),
)


def is_present(need: Need) -> bool:
    """Look for a program on PATH, or load a library the way Qt would."""
    if need.is_program:
        return shutil.which(need.name) is not None
    if need.name.startswith("libasound_module"):  # ALSA's plug-ins lie in a folder of their own
        return any(Path("/usr").glob("lib*/alsa-lib/" + need.name)) or any(
            Path("/usr/lib").glob("*/alsa-lib/" + need.name)
        )
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def missing_needs(
    group: str, *, platform: str = sys.platform, found: Callable[[Need], bool] = is_present
) -> list[Need]:
    """List what the system lacks for `group` (a name of LOCKS); the wheels for Windows and macOS bring everything."""
    if not platform.startswith("linux"):
        return []
    needs = QT_LIBRARIES + MICROPHONE + (TEST_TOOLS if group == "test" else ())
    return [need for need in needs if not found(need)]


def apt_line(packages: Sequence[str]) -> str:
    """Give the line a person types to install `packages`."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def may_use_sudo(packages: Sequence[str]) -> bool:
    """Ask whether sudo may be used; where nobody can answer, only a sudo without a password will do."""
    if shutil.which("sudo") is None:
        return False
    if sys.stdin is None or not sys.stdin.isatty():
        return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    say("TP Lab needs system packages: " + " ".join(packages))
    sys.stderr.write("Install them with sudo now? [Y/n] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"", "y", "yes", "o", "oui"}


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages as root or through sudo; False when that is not possible or fails."""
    if shutil.which("apt-get") is None:
        return False
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not may_use_sudo(packages):
            return False
        prefix = ["sudo"]
    command = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-y",
        "-o",
        "DPkg::Lock::Timeout=120",
    ]
    install = [*command, "install", "--no-install-recommends", *packages]
    say("Installing system packages: " + " ".join(packages))
    has_lists = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    if has_lists and run_quietly(install)[0] == 0:
        return True
    say("Reading the list of system packages first (apt-get update) ...")
    run_quietly([*command, "update"])
    status, tail = run_quietly(install)
    if status != 0:
        say("\n".join(tail[-3:]))
    return status == 0


def provide_system(group: str, *, is_strict: bool) -> None:
    """Install what the system lacks, or say exactly what it is; stop only where nothing would work without it."""
    missing = missing_needs(group)
    if not missing:
        return
    packages = list(dict.fromkeys(need.package for need in missing))
    if apt_install(packages):
        missing = missing_needs(group)
    if not missing:
        return
    names = ", ".join(need.name for need in missing)
    packages = list(dict.fromkeys(need.package for need in missing))
    if shutil.which("apt-get"):
        todo = "Run: " + apt_line(packages)
    else:
        todo = (
            "Install them with your system's package manager (on Debian they are in: "
            + " ".join(packages)
            + ")."
        )
    if is_strict and any(need.is_required for need in missing):
        raise Stop("These system libraries are missing: " + names + ". " + todo)
    without = "some tests" if group == "test" else "the microphone"
    if any(need.is_required for need in missing):
        without = "the window"
    say("Missing on this system, so TP Lab goes on without " + without + ": " + names + ". " + todo)


# ---------------------------------------------------------------------------------------------------------------------
# The stamp: what `.venv` holds


def digest(group: str) -> str:
    """Hash what decides the content of `.venv` for `group`."""
    sha = hashlib.sha256()
    for name in (LOCKS[group], "pyproject.toml"):
        sha.update((ROOT / name).read_bytes().replace(b"\r\n", b"\n"))
    return sha.hexdigest()


def venv_python() -> Path:
    """Give the interpreter inside `.venv`."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def read_stamp() -> dict[str, str]:
    """Read what the last finished set-up wrote; empty when there was none or the folder cannot be trusted."""
    try:
        stamp = json.loads((VENV / "tplab-stamp.json").read_text(encoding="utf-8"))
        interpreter = str(venv_python().resolve(strict=True))
    except (OSError, ValueError):
        return {}
    # A moved clone has scripts that point to the old place; an exchanged Python has none of the packages.
    if (
        not isinstance(stamp, dict)
        or stamp.get("root") != str(ROOT)
        or stamp.get("interpreter") != interpreter
    ):
        return {}
    return stamp


def is_current(group: str) -> bool:
    """Tell whether `.venv` holds everything of `group`, as the lock files stand now."""
    return not unfinished_mark().exists() and read_stamp().get(group) == digest(group)


def unfinished_mark() -> Path:
    """Give the file that stands in `.venv` while a set-up runs."""
    return VENV / "tplab-unfinished"


def write_stamp(group: str) -> None:
    """Note that the set-up of `group` is complete, and with it those of which it includes the packages."""
    names = list(LOCKS)
    stamp = {name: digest(name) for name in names[: names.index(group) + 1]}
    stamp |= {
        "root": str(ROOT),
        "interpreter": str(venv_python().resolve()),
        "python": sys.version.split()[0],
    }
    temporary = VENV / "tplab-stamp.tmp"
    temporary.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    os.replace(temporary, VENV / "tplab-stamp.json")
    unfinished_mark().unlink()


# ---------------------------------------------------------------------------------------------------------------------
# The installation


def run_quietly(
    command: Sequence[str | Path], show: Callable[[str], str] = lambda _line: ""
) -> tuple[int, list[str]]:
    """Run a command; show the lines that `show` returns, and a sign of life every 20 s; give status and last lines."""
    env = child_environment(os.environ)
    env.update(
        PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore", PIP_NO_INPUT="1", PIP_USER="0"
    )
    env["NO_COLOR"] = "1"
    # pip collects 2.8 GB before it installs, and the system's /tmp is often a small one in memory.
    if (VENV / "tmp").is_dir():
        env.update(TMPDIR=str(VENV / "tmp"), TEMP=str(VENV / "tmp"), TMP=str(VENV / "tmp"))
    # A school's proxy signs with a certificate that only the system knows.
    env.setdefault("UV_SYSTEM_CERTS", "1")
    lines: queue.Queue[str | None] = queue.Queue()
    tail: deque[str] = deque(maxlen=TAIL_LINES)
    begin = time.monotonic()
    words = [str(part) for part in command]
    # A process group of its own, so that an interruption can end the workers of a worker too; sudo asks at the terminal
    # and must stay in the terminal's group.
    options: dict[str, Any] = {"process_group": 0} if os.name != "nt" and words[0] != "sudo" else {}
    options |= {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
    process = subprocess.Popen(words, cwd=ROOT, env=env, encoding="utf-8", errors="replace", **options)

    def read() -> None:
        with process.stdout as output:  # type: ignore[union-attr]  # PIPE makes it one
            for line in output:
                lines.put(line.rstrip())
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    try:
        while True:
            try:
                line = lines.get(timeout=20)
            except queue.Empty:
                say(f"  ... still working, {time.monotonic() - begin:.0f} s so far")
                continue
            if line is None:
                break
            if line:
                tail.append(line)
            text = show(line)
            if text:
                say("  " + text)
        status = process.wait()
    except BaseException:
        end_process(process, has_own_group="process_group" in options)
        raise
    return status, list(tail)


def end_process(process: "subprocess.Popen[str]", *, has_own_group: bool) -> None:
    """End an interrupted installer and all it started; it is given 5 s to tidy up."""
    for name in ("SIGTERM", "SIGKILL"):
        with contextlib.suppress(
            OSError
        ):  # it is gone already, or belongs to root (sudo passes Ctrl+C on itself)
            if has_own_group:
                os.killpg(process.pid, getattr(signal, name))
            else:
                process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            if not has_own_group:
                return


def progress_line(line: str) -> str:
    """Pick the lines of pip and uv that tell a person how far it is."""
    line = line.strip()
    found = re.match(r"Downloading (\S+?)(?:-(?:cp|py)\d\S*|\.tar\.gz)? \((.+)\)$", line)
    if found:
        size = found[2]
        return f"fetching {found[1]} ({size})" if re.search(r"M(i)?B|GB|GiB", size) else ""
    if line.startswith("Installing collected packages:"):
        return f"installing {line.count(',') + 1} packages ..."
    is_milestone = re.match(r"(Prepared|Installed|Building wheel for|Successfully installed) ", line)
    return line[:70] if is_milestone else ""


UNREACHABLE = re.compile(
    r"name resolution|NewConnectionError|ConnectTimeout|Connection refused|Max retries exceeded|ProxyError|SSLError"
    r"|dns error|error sending request|Could not connect|tcp connect|Network is unreachable|getaddrinfo|ReadTimeout"
    r"|timed out|Failed to fetch",
    re.IGNORECASE,
)


def installer_problem(tail: Sequence[str]) -> str:
    """Say in one sentence why pip or uv stopped, and what to do."""
    text = "\n".join(tail)
    if "DO NOT MATCH THE HASHES" in text or "Hash mismatch" in text or "hash mismatch" in text:
        return (
            "A downloaded package is not the one TP Lab was tested with (its hash differs), so nothing of it was used. "
            "Run the same command again; if it stays, a proxy or mirror changes the files."
        )
    if "No space left" in text or "Errno 28" in text or "os error 28" in text:
        return "The disk is full. Free about 7 GB and run the same command again."
    if UNREACHABLE.search(text):
        return (
            "The package registry cannot be reached. Check the network or proxy and run the same command again, "
            "or set TPLAB_WHEELS to a folder with the packages."
        )
    if os.environ.get("TPLAB_WHEELS") or KIT_WHEELS.is_dir():
        return (
            "The folder of packages (TPLAB_WHEELS, or wheels/ of a kit) lacks a package. The lines above name it: "
            + (tail[-1] if tail else "")
        )
    return "The packages could not be installed; the lines above say why. Mend that and run the same command again."


def build_tools_pins(lock: str) -> str:
    """Cut the pins of the build tools, with their hashes, out of a lock file's text."""
    blocks = re.split(r"\n(?=\S)", lock)
    return "\n".join(block for block in blocks if block.split("==")[0] in BUILD_TOOLS) + "\n"


def has_checking_uv() -> bool:
    """Tell whether uv is here and refuses a package whose hash differs: tried on a tiny one made for this."""
    if shutil.which("uv") is None or run_quietly(["uv", "--version"])[0] != 0:
        return False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(folder / "tplabprobe-1-py3-none-any.whl", "w") as wheel:
            meta = "tplabprobe-1.dist-info/"
            wheel.writestr(meta + "METADATA", "Metadata-Version: 2.1\nName: tplabprobe\nVersion: 1\n")
            wheel.writestr(meta + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(meta + "RECORD", "")
        true_hash = hashlib.sha256((folder / "tplabprobe-1-py3-none-any.whl").read_bytes()).hexdigest()
        statuses = []
        for sha256 in ("0" * 64, true_hash):
            (folder / "pins.txt").write_text(f"tplabprobe==1 --hash=sha256:{sha256}\n", encoding="utf-8")
            command = [
                "uv",
                "pip",
                "install",
                "--python",
                BASE_PYTHON,
                "--no-cache",
                "--no-index",
                "--find-links",
                name,
            ]
            command += [
                "--require-hashes",
                "--target",
                str(folder / "target"),
                "-r",
                str(folder / "pins.txt"),
            ]
            statuses.append(run_quietly(command)[0])
    return statuses[0] != 0 and statuses[1] == 0


def provide_ensurepip() -> None:
    """Make sure that a virtual environment can have pip: Debian keeps that part of Python in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if not apt_install([package]):
            raise Stop("This Python has no venv module. Run: " + apt_line([package]))
        importlib.invalidate_caches()


def make_venv(*, with_pip: bool) -> None:
    """Make `.venv`, or take the one that is there when it was finished and its Python still runs."""
    python = venv_python()
    if VENV.exists():
        version = "import sys; print(*sys.version_info[:2])"
        stamp_at = VENV / "tplab-stamp.json"
        is_usable = python.exists() and run_quietly([python, "-c", version])[1][-1:] == [
            "{} {}".format(*sys.version_info[:2])
        ]
        if unfinished_mark().exists():
            say("An earlier set-up was interrupted: starting again with a clean .venv.")
        elif is_usable and (not stamp_at.exists() or read_stamp()):
            unfinished_mark().touch()
            stamp_at.unlink(missing_ok=True)
            return
        else:
            say("The folder .venv belongs to another Python or another place: making it anew.")
        python.unlink(missing_ok=True)  # first, so that half a removal cannot pass for a whole .venv
        shutil.rmtree(VENV)
    free = shutil.disk_usage(ROOT).free
    needed = NEEDED_BYTES["pip" if with_pip else "uv"]
    if free < needed:
        need = f"{needed / 1e9:.0f} GB are needed"
        raise Stop(
            f"There is not enough room: {free / 1e9:.1f} GB are free on this disk, {need}. Free some, then rerun."
        )
    if with_pip:
        provide_ensurepip()
    VENV.mkdir()
    unfinished_mark().touch()
    status, tail = run_quietly([BASE_PYTHON, "-m", "venv", *([] if with_pip else ["--without-pip"]), VENV])
    if status != 0:
        raise Stop("Python could not make the folder .venv: " + " ".join(tail[-2:]))


def install(group: str, *, use_uv: bool) -> None:
    """Install the pinned packages, each checked against its hash, then TP Lab itself as a link to this folder."""
    say("Installing the packages with " + ("uv" if use_uv else "pip") + ", each checked against its hash ...")
    begin: list[str | Path] = ["uv", "pip", "install", "--python", venv_python()]
    if not use_uv:
        if run_quietly([venv_python(), "-m", "pip", "--version"])[0] != 0:
            run_quietly([venv_python(), "-m", "ensurepip"])
        begin = [venv_python(), "-m", "pip", "install", "--use-pep517", "--no-compile"]
        if shutil.disk_usage(ROOT).free < NEEDED_BYTES["pip"] + PIP_CACHE_BYTES:
            begin.append("--no-cache-dir")
    # The two source packages build without isolation: an isolated build would fetch its tools without a hash.
    begin.append("--no-build-isolation")
    source: list[str | Path] = []
    wheels = os.environ.get("TPLAB_WHEELS") or (str(KIT_WHEELS) if KIT_WHEELS.is_dir() else "")
    if wheels:
        if not Path(wheels).is_dir():
            raise Stop(f"TPLAB_WHEELS is not a folder: {wheels}. Set it to the folder with the packages.", 2)
        source = ["--no-index", "--find-links", Path(wheels).resolve()]
    (VENV / "tmp").mkdir(exist_ok=True)
    tools = VENV / "build-tools.txt"
    tools.write_text(build_tools_pins((ROOT / LOCKS[group]).read_text(encoding="utf-8")), encoding="utf-8")
    for pins in (tools, ROOT / LOCKS[group]):
        status, tail = run_quietly([*begin, *source, "--require-hashes", "-r", pins], progress_line)
        if status != 0 and use_uv and UNREACHABLE.search("\n".join(tail)):
            say(
                "uv cannot reach the package registry. Trying pip, which has its own mirror and certificate settings."
            )
            provide_ensurepip()
            install(group, use_uv=False)
            return
        if status != 0:
            say("\n".join(tail[-8:]))
            raise Stop(installer_problem(tail))
    status, tail = run_quietly([*begin, "--no-index", "--no-deps", "-e", ROOT])
    if status != 0:
        say("\n".join(tail[-8:]))
        raise Stop("TP Lab itself could not be installed; the lines above say why.")
    shutil.rmtree(VENV / "tmp", ignore_errors=True)


@contextlib.contextmanager
def only_one_setup() -> Iterator[None]:
    """Hold the set-up lock of this clone; wait for another set-up to end. The system frees it if the holder dies."""
    with (ROOT / ".venv.lock").open("a") as handle:
        has_said = False
        while True:
            try:
                if os.name == "nt":
                    import msvcrt

                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
                else:
                    import fcntl

                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if not has_said:
                    say("Another set-up of this folder is running: waiting for it to finish ...")
                has_said = True
                time.sleep(0.5)
            else:
                break
        yield


def set_up(group: str) -> None:
    """Bring `.venv` to what the lock files say, one set-up at a time."""
    begin = time.monotonic()
    try:
        with only_one_setup():
            if is_current(group):
                return
            if (
                group == "run" and "extras" in read_stamp()
            ):  # an update must not leave them at their old versions
                group = "extras"
            say(
                "Setting TP Lab up in .venv (once: about 5 GB on Linux, 1 to 5 minutes with a good connection)."
            )
            use_uv = has_checking_uv()
            make_venv(with_pip=not use_uv)
            install(group, use_uv=use_uv)
            say("Compiling them once, so that every start is quick ...")
            compile_all: list[str | Path] = [
                venv_python(),
                "-m",
                "compileall",
                "-q",
                "-j",
                "0",
                "-x",
                r"[/\\]tests[/\\]",
            ]
            run_quietly([*compile_all, VENV / ("Lib" if os.name == "nt" else "lib")])
            write_stamp(group)
    except OSError as error:
        where = error.filename or ROOT
        todo = "Free about 7 GB" if error.errno == errno.ENOSPC else "Put the clone where you may write"
        raise Stop(f"The set-up failed at {where}: {error.strerror}. {todo}, then run this again.") from error
    say(f"TP Lab is set up ({time.monotonic() - begin:.0f} s).")


def launch(command: Sequence[str | Path], env: Mapping[str, str]) -> int:
    """Become the command; on Windows, where exec gives the prompt back at once, run it and pass its status on."""
    words = [str(part) for part in command]
    if os.name != "nt":
        os.execve(words[0], words, dict(env))
    with subprocess.Popen(words, env=dict(env)) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # the child got it too, and decides
                return process.wait()


def main(args: Sequence[str]) -> int:
    """Set up what `args` need and run it."""
    group = args[0] if args[:1] in (["test"], ["extras"]) else "run"
    opens_window = group == "run" and wants_window(args)
    is_blind = opens_window and not has_display(os.environ)
    if is_blind and not is_current(group):
        say("Note: " + NO_DISPLAY)
    is_new = not is_current(group)
    needs_qt = group == "test" or opens_window or any(arg.startswith("--smoke") for arg in args)
    if is_new or (needs_qt and any(need.is_required or group == "test" for need in missing_needs(group))):
        provide_system(group, is_strict=needs_qt and not is_blind)
    if is_new:
        set_up(group)
    if group == "extras":
        say("The extras are installed: files for TensorBoard, and hyper-parameter studies (tplab tune).")
        return 0
    if is_blind:
        raise Stop(NO_DISPLAY, 2)
    if group == "test":
        return launch([venv_python(), ROOT / "tools" / "checks.py", *args[1:]], child_environment(os.environ))
    return launch([venv_python(), "-P", "-m", "tplab_gui", *args], child_environment(os.environ, args))


if __name__ == "__main__":
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # a closed terminal ends a set-up as tidily as Ctrl+C
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        say(f"tplab: {stop}")
        sys.exit(stop.status)
    except KeyboardInterrupt:
        say("tplab: interrupted. Run the same command again; what is half made is noticed and made anew.")
        sys.exit(130)
