"""Writes the golden file of the package io.github.anomalydata.image.augment that torchvision makes.

    python -m venv .venv && .venv/bin/pip install -r compat/images/requirements-torchvision.txt
    .venv/bin/python compat/golden/torchvision_images.py

torchvision.txt: an operation of torchvision.transforms.functional on an image of images.py of 15 x 11 pixels
and 3 channels as a tensor of floats in [0, 1], a colon, width and height and the result's samples in
hexadecimal, times 255 and rounded. brightness, contrast, saturation and hue, or several of them in a row,
are those of the smooth image, all others of the noise: rotate ANGLE, affine ANGLE RIGHT DOWN SCALE SHEAR and
perspective with where the corners go, all bilinear, and blur SIGMA with a kernel that reaches four of it.
"""

import math
import pathlib

import torch
import torchvision
from torchvision.transforms import functional as F
from torchvision.transforms.functional import InterpolationMode

from images import OUT, formula, smooth

WIDTH, HEIGHT = 15, 11
BILINEAR = InterpolationMode.BILINEAR
HEADER = f"# torchvision {torchvision.__version__}, torch {torch.__version__}, compat/golden/torchvision_images.py\n"
COLOURS = {"brightness": F.adjust_brightness, "contrast": F.adjust_contrast, "saturation": F.adjust_saturation,
           "hue": F.adjust_hue}
ROWS = [("hue", 0.1, "brightness", 1.3), ("contrast", 0.6, "saturation", 1.8, "brightness", 0.8),
        ("brightness", 1.6, "hue", -0.3, "contrast", 1.4, "saturation", 0.5)]


def tensor(planes):
    return torch.from_numpy(planes).to(torch.float32) / 255


def line(out, name, image):
    samples = (image.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    out.write(f"{name} : {samples.shape[2]} {samples.shape[1]} {samples.tobytes().hex()}\n")


def write_colours(out):
    picture = tensor(smooth(WIDTH, HEIGHT, 3))
    rows = [(name, factor) for name in ("brightness", "contrast", "saturation") for factor in (0.0, 0.4, 0.9, 1.3, 2.5)]
    rows += [("hue", turn) for turn in (-0.5, -0.2, 0.0, 0.05, 0.3)] + ROWS
    for row in rows:
        result = picture
        for name, amount in zip(row[::2], row[1::2]):
            result = COLOURS[name](result, amount)
        line(out, " ".join(map(str, row)), result)


def write_warps(out):
    picture = tensor(formula(WIDTH, HEIGHT, 3))
    for angle in (0, 10, 45, 90, 123.4, -77):
        line(out, f"rotate {angle}", F.rotate(picture, angle, BILINEAR))
    for angle, right, down, scale, shear in ((0, 2, -1, 1, 0), (30, 0, 0, 1, 0), (0, 0, 0, 1.5, 0), (0, 0, 0, 1, 20),
                                             (-20, 1, 2, 0.8, 15), (70, -2, 1, 1.2, -25)):
        result = F.affine(picture, angle, [right, down], scale, [shear, 0], BILINEAR)
        line(out, f"affine {angle} {right} {down} {scale} {shear}", result)
    start = [[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]]
    for corners in ([1, 1, 14, 0, 13, 10, 2, 9], [0, 2, 12, 1, 15, 11, 3, 10]):
        end = [corners[i:i + 2] for i in range(0, 8, 2)]
        line(out, "perspective " + " ".join(map(str, corners)), F.perspective(picture, start, end, BILINEAR))


def write_blurs(out):
    picture = tensor(formula(WIDTH, HEIGHT, 3))
    for sigma in (0.5, 1.0, 1.7, 2.5):
        size = 2 * math.ceil(4 * sigma) + 1
        line(out, f"blur {sigma}", F.gaussian_blur(picture, [size, size], [sigma, sigma]))


if __name__ == "__main__":
    with open(pathlib.Path(OUT) / "augment/torchvision.txt", "w") as file:
        file.write(HEADER)
        write_colours(file)
        write_warps(file)
        write_blurs(file)
