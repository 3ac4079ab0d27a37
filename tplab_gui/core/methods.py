"""The heatmap methods for people: what each does in two sentences, its formula, and the paper it is from.

In the formulas A_k is channel k of the feature map, g its gradient `d logit_c / d A`, W the weights of the last linear
layer, hw the number of cells. Texts are translated in the context "Method".
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Method:
    """One method. `cost` is 'closed' (one forward pass where the network's end allows), 'gradient', 'passes' (slow)."""

    key: str
    title: str
    what: str
    when: str
    formula: str
    paper: str
    cost: str

    @property
    def is_slow(self) -> bool:
        """Whether it takes many passes through the network."""
        return self.cost == "passes"


def translate(_context: str, text: str) -> str:
    """Mark a text for tools/translations and return it as it is."""
    return text


METHODS = (
    Method(
        "gradcam++",
        "Grad-CAM++",
        translate("Method", "Weighs each channel by where its gradient is positive, cell by cell."),
        translate("Method", "Several objects of one class all light up; it is the method of the report."),
        "ReLU(Σₖ wₖ Aₖ),  wₖ = Σ α ReLU(g),  α = g² / (2g² + Σ(Aₖ) g³)",
        "Chattopadhay et al., WACV 2018, arXiv:1710.11063",
        "closed",
    ),
    Method(
        "gradcam",
        "Grad-CAM",
        translate("Method", "Weighs each channel by the mean gradient of the class score."),
        translate("Method", "It works for any convolutional network and layer; the usual first choice."),
        "ReLU(Σₖ mean(gₖ) Aₖ)",
        "Selvaraju et al., ICCV 2017, arXiv:1610.02391",
        "closed",
    ),
    Method(
        "cam",
        "CAM",
        translate("Method", "Weighs each channel by the weight of the last linear layer itself."),
        translate(
            "Method",
            "It is exact (the mean over the cells, plus the bias, is the logit) and it shows evidence against, too.",
        ),
        "Σₖ W[c,k] Aₖ",
        "Zhou et al., CVPR 2016, arXiv:1512.04150",
        "closed",
    ),
    Method(
        "hirescam",
        "HiResCAM",
        translate("Method", "Multiplies gradient and activation cell by cell, then adds the channels."),
        translate(
            "Method", "It shows only cells that really raised the score; on the last map it equals Grad-CAM."
        ),
        "ReLU(Σₖ gₖ Aₖ)",
        "Draelos and Carin, 2020, arXiv:2011.08891",
        "closed",
    ),
    Method(
        "xgradcam",
        "XGrad-CAM",
        translate("Method", "Grad-CAM whose gradients are averaged with the activations as weights."),
        translate("Method", "So the cells add up to the score as nearly as possible."),
        "ReLU(Σₖ wₖ Aₖ),  wₖ = Σ(gₖ Aₖ) / Σ(Aₖ)",
        "Fu et al., BMVC 2020, arXiv:2008.02312",
        "closed",
    ),
    Method(
        "layercam",
        "LayerCAM",
        translate("Method", "Weighs every cell of every channel by its own positive gradient."),
        translate("Method", "It stays sharp on earlier layers, where the other methods turn to noise."),
        "ReLU(Σₖ ReLU(gₖ) Aₖ)",
        "Jiang et al., IEEE TIP 2021",
        "closed",
    ),
    Method(
        "eigencam",
        "EigenCAM",
        translate("Method", "Shows the main pattern of the activations: their first principal component."),
        translate("Method", "No class is asked for, so the target makes no difference."),
        "A v₁,  v₁ = first right singular vector of A",
        "Muhammad and Yeasin, IJCNN 2020, arXiv:2008.00299",
        "gradient",
    ),
    Method(
        "eigengradcam",
        "Eigen-Grad-CAM",
        translate("Method", "EigenCAM of activation times gradient, so that the class counts again."),
        translate("Method", "It is cleaner than Grad-CAM where many channels disagree."),
        "(g A) v₁",
        "Gildenblat, pytorch-grad-cam, 2021",
        "gradient",
    ),
    Method(
        "gradcamelementwise",
        "Grad-CAM, cell by cell",
        translate(
            "Method",
            "Multiplies gradient and activation cell by cell and keeps what is positive in each channel.",
        ),
        translate(
            "Method",
            "What speaks against the class in one channel no longer hides what another channel says.",
        ),
        "Σₖ ReLU(gₖ Aₖ)",
        "Gildenblat, pytorch-grad-cam, 2021",
        "gradient",
    ),
    Method(
        "finercam",
        "Finer-CAM",
        translate("Method", "Grad-CAM of the difference between the class and the classes most like it."),
        translate("Method", "It shows what tells a tennis ball from other balls, not what all balls share."),
        "Grad-CAM of logit_c − α · mean(similar logits)",
        "Zhang et al., CVPR 2025, arXiv:2501.11309",
        "gradient",
    ),
    Method(
        "shapleycam",
        "ShapleyCAM",
        translate(
            "Method", "Weighs channels by gradient and curvature, an estimate of their Shapley values."
        ),
        translate("Method", "Each channel gets the share of the score that it can claim in a fair division."),
        "ReLU(Σₖ mean(gₖ − ½ H Aₖ) Aₖ)",
        "Cai, 2025, arXiv:2501.06261",
        "gradient",
    ),
    Method(
        "kpcacam",
        "KPCA-CAM",
        translate("Method", "EigenCAM with a kernel, so that patterns need not be straight lines."),
        translate("Method", "No class is asked for, so the target makes no difference."),
        "first kernel principal component of A",
        "Karmani et al., 2024, arXiv:2410.00267",
        "gradient",
    ),
    Method(
        "scorecam",
        "Score-CAM",
        translate("Method", "Shows the network only what each channel lights up, and looks at the score."),
        translate("Method", "No gradient is needed, but one forward pass for every channel: it is slow."),
        "ReLU(Σₖ softmax(logit_c(x · up(Aₖ))) Aₖ)",
        "Wang et al., CVPR Workshops 2020, arXiv:1910.01279",
        "passes",
    ),
    Method(
        "ablationcam",
        "Ablation-CAM",
        translate("Method", "Switches each channel off and looks how far the score falls."),
        translate(
            "Method",
            "No gradient is needed, but one pass through the end of the network for every channel: it is slow.",
        ),
        "ReLU(Σₖ (y − yₖ) / y · Aₖ)",
        "Desai and Ramaswamy, WACV 2020",
        "passes",
    ),
    Method(
        "randomcam",
        "Random-CAM",
        translate("Method", "Weighs the channels at random: a control that knows nothing of the class."),
        translate("Method", "A method that measures no better than this one explains nothing."),
        "ReLU(Σₖ uₖ Aₖ),  uₖ random in [−1, 1]",
        "Gildenblat, pytorch-grad-cam, 2021",
        "gradient",
    ),
)
_BY_KEY = {each.key: each for each in METHODS}


def method(key: str) -> Method:
    """Return the method called `key`; raises KeyError when there is none."""
    return _BY_KEY[key]
