"""Figures 10 and 11 from the real networks: which boxes there are, what goes in and out of each, what it weighs.

Shapes are observed: one empty pair goes through every box. Nothing is trained and no example is read.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn

from tplab_gui.core.events.fusion_figures import Box, Diagram, FusionDrawn
from tplab_gui.core.params import TrainParams
from tplab_gui.core.studies.strategies import SINGLE, strategy, translate
from tplab_gui.data.digits import class_count
from tplab_gui.nets import fusion
from tplab_gui.nets.fusion import EMBEDDING, harmonised
from tplab_gui.training.ledger import observe
from tplab_gui.training.pair_stock import BANDS, FRAMES, SAMPLES
from tplab_gui.training.paired import blanks

DRAWN = (
    "image",
    "audio",
    "early",
    "joint-concat",
    "joint-attention",
    "late-weighted",
    "late-vote",
    "late-vote-three",
)
_PICTURE, _MEL = (1, 28, 28), (1, BANDS, FRAMES)
_SHARES = (2,)

Shape = tuple[int, ...]


def drawn(params: TrainParams) -> FusionDrawn:
    """Return the diagram of every strategy for the encoder and the classes of these parameters."""
    classes = class_count(params.data)
    networks = {name: _built(name, params, classes) for name in fusion.STRATEGIES}
    return FusionDrawn(tuple(_diagram(name, networks, classes) for name in DRAWN))


def _built(name: str, params: TrainParams, classes: int) -> nn.Module:
    with torch.device("meta"):  # no weights are drawn
        network = fusion.build(name, BANDS, sound_encoder=params.sound_encoder, n_classes=classes)
    return network.to_empty(device="cpu").eval()


def _diagram(name: str, networks: dict[str, Any], classes: int) -> Diagram:
    about = strategy(name)
    if about.kind == "late":
        boxes, arrows = _late(name, networks, classes)
    elif name in SINGLE:
        boxes, arrows = _single(name, networks[name], classes)
    else:
        boxes, arrows = {"early": _early, "joint-concat": _concat, "joint-attention": _attention}[name](
            networks[name], classes
        )
    parameters = sum(box.parameters for box in boxes)
    return Diagram(name, tuple(boxes), tuple(arrows), parameters, about.formula, about.reference)


_Drawing = tuple[list[Box], list[tuple[str, str]]]


def _sources() -> _Drawing:
    """Return the two inputs, and how the sound becomes a picture of itself."""
    return [
        Box("picture", translate("Fusion", "Picture"), 0, "image", (), _PICTURE),
        Box("clip", translate("Fusion", "Sound"), 0, "sound", (), (SAMPLES,)),
        Box("mel", translate("Fusion", "Mel spectrogram, dB"), 1, "sound", ((SAMPLES,),), _MEL),
    ], [("clip", "mel")]


def _encoder(lane: str, network: nn.Module) -> Box:
    """Return the box of an encoder with the layers that an empty half meets in it."""
    pair = blanks(1)
    given = pair.image if lane == "image" else pair.sound
    title = translate("Fusion", "Image encoder") if lane == "image" else translate("Fusion", "Sound encoder")
    return _box(f"{lane}-encoder", title, 2, lane, network, given)


def _box(key: str, title: str, column: int, lane: str, module: nn.Module, given: Tensor) -> Box:
    with torch.no_grad():
        gives = tuple(module(given).shape[1:])
    layers = observe(module, given)
    return Box(key, title, column, lane, (tuple(given.shape[1:]),), gives, _weight(module), layers)


def _classifier(key: str, column: int, lane: str, layer: nn.Linear) -> Box:
    given = torch.zeros(1, layer.in_features)
    return _box(key, translate("Fusion", "Classifier"), column, lane, layer, given)


def _scores(column: int, classes: int) -> Box:
    return Box("scores", translate("Fusion", "Softmax: scores"), column, "both", ((classes,),), (classes,))


def _single(name: str, network: Any, classes: int) -> _Drawing:
    lane = "image" if name == "image" else "sound"
    boxes, arrows = _sources()
    boxes = [box for box in boxes if box.lane == lane]
    arrows = [each for each in arrows if lane == "sound"]
    boxes += [
        _encoder(lane, network.encoder),
        _classifier("classifier", 3, lane, network.fc),
        replace(_scores(4, classes), lane=lane),
    ]
    before = "picture" if lane == "image" else "mel"
    chain = [before, f"{lane}-encoder", "classifier", "scores"]
    return boxes, arrows + list(pairwise(chain))


def _early(network: Any, classes: int) -> _Drawing:
    boxes, arrows = _sources()
    harmonise = Box(
        "harmonised",
        translate("Fusion", "Averaged to the size of the picture"),
        2,
        "sound",
        (_MEL,),
        tuple(harmonised(blanks(1).sound).shape[1:]),
    )
    both = (2, *_PICTURE[1:])
    joined = Box(
        "joined", translate("Fusion", "Laid on each other"), 3, "both", (_PICTURE, harmonise.gives), both
    )
    encoder = _box(
        "encoder",
        translate("Fusion", "One encoder for both"),
        4,
        "both",
        network.encoder,
        torch.zeros(1, *both),
    )
    boxes += [
        harmonise,
        joined,
        encoder,
        _classifier("classifier", 5, "both", network.fc),
        _scores(6, classes),
    ]
    arrows += [
        ("mel", "harmonised"),
        ("picture", "joined"),
        ("harmonised", "joined"),
        ("joined", "encoder"),
        ("encoder", "classifier"),
        ("classifier", "scores"),
    ]
    return boxes, arrows


def _two_encoders(network: Any) -> _Drawing:
    boxes, arrows = _sources()
    boxes += [_encoder("image", network.image), _encoder("sound", network.sound)]
    return boxes, [*arrows, ("picture", "image-encoder"), ("mel", "sound-encoder")]


def _concat(network: Any, classes: int) -> _Drawing:
    boxes, arrows = _two_encoders(network)
    joined = Box(
        "joined",
        translate("Fusion", "Side by side"),
        3,
        "both",
        ((EMBEDDING,), (EMBEDDING,)),
        (2 * EMBEDDING,),
    )
    boxes += [joined, _classifier("classifier", 4, "both", network.fc), _scores(5, classes)]
    arrows += [
        ("image-encoder", "joined"),
        ("sound-encoder", "joined"),
        ("joined", "classifier"),
        ("classifier", "scores"),
    ]
    return boxes, arrows


def _attention(network: Any, classes: int) -> _Drawing:
    boxes, arrows = _two_encoders(network)
    embedding = torch.zeros(1, 2, EMBEDDING)
    attention = Box(
        "attention",
        translate("Fusion", "Attention: how much to trust which"),
        3,
        "both",
        ((EMBEDDING,), (EMBEDDING,)),
        _SHARES,
        _weight(network.attention),
        observe(network.attention, embedding),
    )
    mean = Box(
        "mean",
        translate("Fusion", "Weighted sum"),
        4,
        "both",
        ((EMBEDDING,), (EMBEDDING,), _SHARES),
        (EMBEDDING,),
    )
    boxes += [attention, mean, _classifier("classifier", 5, "both", network.fc), _scores(6, classes)]
    for encoder in ("image-encoder", "sound-encoder"):
        arrows += [(encoder, "attention"), (encoder, "mean")]
    return boxes, [*arrows, ("attention", "mean"), ("mean", "classifier"), ("classifier", "scores")]


def _late(name: str, networks: dict[str, Any], classes: int) -> _Drawing:
    boxes, arrows = _sources()
    voters: list[tuple[int, ...]] = [(classes,), (classes,)]
    for lane, network in (("image", networks["image"]), ("sound", networks["audio"])):
        boxes += [
            _encoder(lane, network.encoder),
            _classifier(f"{lane}-classifier", 3, lane, network.fc),
            Box(f"{lane}-scores", translate("Fusion", "Softmax: scores"), 4, lane, ((classes,),), (classes,)),
        ]
        source = "picture" if lane == "image" else "mel"
        chain = [source, f"{lane}-encoder", f"{lane}-classifier", f"{lane}-scores", "combined"]
        arrows += list(pairwise(chain))
    if name == "late-vote-three":
        third = networks["joint-attention"]
        boxes.append(
            Box(
                "third",
                translate("Fusion", "Third voter: joint fusion, attention"),
                4,
                "both",
                (_PICTURE, _MEL),
                (classes,),
                _weight(third),
            )
        )
        arrows += [("picture", "third"), ("mel", "third"), ("third", "combined")]
        voters.append((classes,))
    title = (
        translate("Fusion", "Weighted product")
        if name == "late-weighted"
        else translate("Fusion", "Majority; a tie goes to the surer one")
    )
    boxes.append(Box("combined", title, 5, "both", tuple(voters), (classes,)))
    return boxes, arrows


def _weight(module: nn.Module) -> int:
    return sum(each.numel() for each in module.parameters())
