"""Part 5 of the report: where a network looks (items 40 to 46, table 4, figures 12 to 14)."""

from functools import partial

import numpy as np

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.paths import RESOURCES
from tplab_gui.core.report_series import THREE_PICTURES
from tplab_gui.data.pictures import read_picture
from tplab_gui.report import heat_figures
from tplab_gui.report.blocks import Block, Compared, Figure, Name, Paragraph, Section, Table
from tplab_gui.vision.cam import CamResult, heatmaps
from tplab_gui.vision.classify import Classifier, load_classifier

TARGET, METHOD = "tennis ball", "gradcam++"
# One object, several, none (table 4): the sample that stands for each.
PICTURES = (
    ("12", "tennis_on_clay.jpg", "one", Sentence("one ball")),
    ("13", "tennis_several.jpg", "several", Sentence("several balls")),
    ("14", "zebra_in_savanna.jpg", "none", Sentence("no ball: a zebra")),
)


def best_classifier() -> Classifier:
    """Return the report's network where its weights are present, else the one that ships."""
    try:
        return load_classifier("regnet_y_400mf:v1", squash=True)
    except LabError:
        return load_classifier("builtin")


def heat_part(classifier: Classifier) -> Section:
    """Return part 5: the three pictures of table 4 through `classifier`."""
    answers: list[tuple[str, Sentence, np.ndarray, CamResult]] = []
    compared: list[Compared] = []
    for number, name, kind, what in PICTURES:
        rgb = read_picture(RESOURCES / "samples" / "pictures" / name)
        answer = heatmaps(classifier, rgb, TARGET, METHOD)
        answers.append((number, what, rgb, answer))
        reason = Sentence(
            "R20, R22: other pictures, and {model} prepares them its own way.", {"model": classifier.name}
        )
        label = Sentence("Figure {n}: score (%)", {"n": number})
        compared.append(
            Compared(str(32 + int(number)), label, 100 * THREE_PICTURES[kind], 100 * answer.score, reason)
        )
    # One scale for the three: a picture without a ball stays dark, as it should (R21).
    most = max(float(answer.raw.max()) for *_, answer in answers)
    blocks: list[Block] = [
        Paragraph(
            Sentence(
                "A class activation map weighs the last feature maps of a network by what they say for one class. "
                "CAM takes the weights of the last layer, Grad-CAM the mean gradient, Grad-CAM++ weighs the gradient "
                "so that several objects count, Score-CAM asks the network what each map is worth. Model {model}, "
                "{method}, class {target}.",
                {"model": classifier.name, "method": "Grad-CAM++", "target": TARGET},
            )
        )
    ]
    for number, what, rgb, answer in answers:
        place = {
            "x": answer.peak_xy[0],
            "y": answer.peak_xy[1],
            "width": rgb.shape[1],
            "height": rgb.shape[0],
        }
        blocks.append(
            Figure(
                number,
                Sentence(
                    "Input, raw map and heat over the picture; {what}: {score:.2f} %.",
                    {"what": Name(what.template), "score": 100 * answer.score},
                ),
                Sentence(
                    "The heat is strongest at x {x:.0f}, y {y:.0f} of {width} by {height} pixels.",
                    place,
                ),
                partial(heat_figures.three_panels, rgb, answer, most),
                {"model": classifier.name, "method": METHOD, "target": TARGET, "layer": answer.layer},
            )
        )
    rows = tuple((number, what, 100 * answer.score, _verdict(answer)) for number, what, _, answer in answers)
    header = (Sentence("figure"), Sentence("picture"), Sentence("score (%)"), Sentence("verdict"))
    blocks.append(Table("4", Sentence("Three pictures: one object, several, none."), header, rows, digits=2))
    return Section(Sentence("5. Where the network looks"), tuple(blocks), tuple(compared))


def _verdict(answer: CamResult) -> Sentence:
    threshold = 0.5 if answer.threshold is None else answer.threshold
    return Sentence("found") if answer.score >= threshold else Sentence("not found")
