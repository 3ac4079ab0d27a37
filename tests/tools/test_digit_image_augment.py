import torch

from tools.digit_image_augment import bent


def blob(n=4):
    y, x = torch.meshgrid(torch.arange(28.0), torch.arange(28.0), indexing="ij")
    return torch.exp(-((x - 14) ** 2 / 40 + (y - 12) ** 2 / 15)).expand(n, 1, 28, 28)


def test_that_strength_zero_leaves_images_as_they_are():
    images = blob()
    again = bent(images, torch.zeros(4), torch.Generator().manual_seed(0))
    torch.testing.assert_close(again, images, atol=1e-4, rtol=0)


def test_that_each_image_is_bent_its_own_way_and_stays_in_range():
    again = bent(blob(), torch.ones(4), torch.Generator().manual_seed(0))
    assert again.shape == (4, 1, 28, 28)
    assert again.min() >= 0
    assert again.max() <= 1
    assert (again[0] - again[1]).abs().max() > 0.05


def test_that_ink_is_thinned_as_well_as_thickened():
    images = blob(200)
    mass = bent(images, torch.ones(200), torch.Generator().manual_seed(1)).sum(dim=(1, 2, 3))
    assert mass.min() < 0.85 * images[0].sum()
    assert mass.max() > 1.15 * images[0].sum()
