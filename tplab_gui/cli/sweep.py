"""`tplab sweep`: one transform in growing strength, and what the network says to every picture of the series."""

import argparse
import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tplab_gui.cli.output import Output
from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.sweep import SweepStarted, SweepStep, SweepSummary
from tplab_gui.core.sweep_plan import CRITICAL, Series, Subject

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tplab_gui.vision.cam import CamResult
    from tplab_gui.vision.sweep_subjects import Picture


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("sweep", help="change pictures step by step and watch the score")
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a picture; of several, or a folder, the mean is taken"
    )
    parser.add_argument(
        "--transform", required=True, metavar="NAME", help="brightness, perspective, rotation, blur, ..."
    )
    parser.add_argument("--steps", type=int, default=10, metavar="N", help="pictures of the series (10)")
    parser.add_argument("--from", type=float, dest="start", metavar="X", help="the first value")
    parser.add_argument("--to", type=float, dest="end", metavar="X", help="the last value")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="decides what is random (0)")
    parser.add_argument("--model", default="builtin", metavar="NAME", help="the network (builtin)")
    parser.add_argument("--method", default="gradcam++", metavar="NAME", help="cam, gradcam, gradcam++, ...")
    parser.add_argument("--target", default="tennis ball", metavar="CLASS", help="the class asked about")
    parser.add_argument(
        "--save", type=Path, metavar="DIR", help="write pictures, heatmaps and a table into this folder"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one line per step and a last one with the summary; what was finished is kept whatever happens then."""
    from tplab_gui.vision.sweep import sweep

    subject = Subject(
        tuple(arguments.files),
        model=arguments.model,
        method=arguments.method,
        target=arguments.target,
        seed=_checked_seed(arguments.seed),
    )
    series = Series(arguments.transform, arguments.steps, arguments.start, arguments.end).checked()
    saved = _Saved(arguments.save, series.known.name) if arguments.save else None
    done, is_partial, started = 0, False, None
    try:
        for event in sweep(subject, series, saved.picture if saved else None):
            match event:
                case SweepStarted():
                    started = event
                case SweepStep():
                    if saved:
                        saved.step(event)
                    out.line(_values(event), _text(event, series.known.unit))
                    done = event.step
                    out.progress(f"{done}/{series.steps} {series.known.name}")
                case SweepSummary():
                    out.line({"summary": _summary(event)}, _summary_text(event, started))
                case Notice(error=error):
                    out.warn(error)
                    is_partial = True
    except LabError as error:
        out.failure(error)
        return 1 if done else 2
    if is_partial:
        out.failure(
            LabError(
                "Some of the pictures could not be read; the series is of the others.",
                hint="The lines above say which and why.",
            )
        )
    return int(is_partial)


def _checked_seed(seed: int) -> int:
    from tplab_gui.core.adjustments import HIGHEST_SEED

    if not 0 <= seed <= HIGHEST_SEED:
        raise LabError(
            "The seed {seed} is not a number from 0 to {most}.",
            hint="Choose one in that range.",
            seed=seed,
            most=HIGHEST_SEED,
        )
    return seed


def _values(step: SweepStep) -> dict[str, Any]:
    values: dict[str, Any] = {
        "step": step.step,
        "parameter": step.parameter,
        "score": step.score,
        "top": [list(each) for each in step.top],
    }
    if len(step.scores) > 1:
        values |= {"spread": step.spread, "scores": list(step.scores)}
    return values


def _text(step: SweepStep, unit: str) -> str:
    spread = f" ± {100 * step.spread:.2f}" if len(step.scores) > 1 else ""
    best, share = step.top[0]
    where = f"{step.parameter:10.4g} {unit}".rstrip()
    return (
        f"{step.step:3d}  {where:16s} {100 * step.score:7.2f} %{spread}  (best: {best} {100 * share:.2f} %)"
    )


def _summary(summary: SweepSummary) -> dict[str, Any]:
    return {
        "optimal_zone": list(summary.optimal) or None,
        "threshold": CRITICAL,
        "below_threshold": list(summary.below),
        "cliffs": [
            {
                "steps": list(cliff.steps),
                "from": cliff.low,
                "to": cliff.high,
                "before": cliff.before,
                "after": cliff.after,
            }
            for cliff in summary.cliffs
        ],
    }


def _summary_text(summary: SweepSummary, started: SweepStarted | None) -> str:
    lines = [
        f"above 99 %: steps {_listed(summary.optimal)}",
        f"below 80 %: steps {_listed(summary.below)}",
        *(
            f"80 % passed {'downwards' if each.is_fall else 'upwards'} between {each.low:.4g} and {each.high:.4g}"
            for each in summary.crossings
        ),
        *(
            f"cliff between {each.low:.4g} and {each.high:.4g}: {100 * each.before:.2f} % to {100 * each.after:.2f} %"
            for each in summary.cliffs
        ),
        summary.sentence.text(),
        summary.heat.text(),
    ]
    if started is not None:
        lines.insert(0, f"untouched: {100 * started.original:.2f} %  {started.target}")
    return "\n".join(lines)


def _listed(steps: tuple[int, ...]) -> str:
    return ", ".join(map(str, steps)) or "none"


class _Saved:
    """Writes into a folder as the series goes: every file at once or not at all."""

    def __init__(self, folder: Path, transform: str) -> None:
        self._folder, self._transform = folder, transform
        self._steps: list[SweepStep] = []
        self._stems: dict[int, str] = {}  # by the id of a picture that lives as long as the series

    def picture(
        self, step: int, picture: "Picture", changed: "NDArray[np.uint8]", found: "CamResult"
    ) -> None:
        """Write one changed picture, its map and its overlay."""
        import numpy as np
        from PIL import Image

        from tplab_gui.vision import overlay

        stem = f"{self._stem(picture)}.{self._transform}-{step:03d}"
        for kind, pixels in (("picture", changed), ("overlay", overlay.blend(changed, found.heatmap))):
            with atomic.replacing(self._folder / f"{stem}.{kind}.png") as path:
                Image.fromarray(pixels).save(path, format="PNG")
        for kind, array in (("raw", found.raw), ("heatmap", found.heatmap)):
            with atomic.replacing(self._folder / f"{stem}.{kind}.npy") as path, path.open("wb") as stream:
                np.save(stream, np.ascontiguousarray(array, np.float32))

    def step(self, step: SweepStep) -> None:
        """Write the table with this step added."""
        self._steps.append(step)
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(("step", "parameter", "score", "spread", "heat_on_object", "peak_on_object", "top"))
        for each in self._steps:
            numbers = (each.step, each.parameter, each.score, each.spread, each.energy, each.is_on_object)
            table.writerow("" if number is None else number for number in (*numbers, each.top[0][0]))
        atomic.write_text(self._folder / f"sweep-{self._transform}.csv", text.getvalue())

    def _stem(self, picture: "Picture") -> str:
        if id(picture) not in self._stems:
            stem, number = Path(picture.name).stem or "picture", 2
            while stem in self._stems.values():
                stem, number = f"{Path(picture.name).stem}-{number}", number + 1
            self._stems[id(picture)] = stem
        return self._stems[id(picture)]
