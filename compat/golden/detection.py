"""Writes the golden files of the package io.github.anomalydata.image.detect.

    python -m venv .venv && .venv/bin/pip install -r compat/evaluation/requirements.txt
    .venv/bin/python compat/golden/detection.py

A line is a set of anomaly maps and masks, made here by maps() and in the tests by DetectionEvaluationTest,
and its areas: ROC of images and pixels and average precision by scikit-learn, the per-region overlap up to
a false positive rate of 0.3 by counting pixels anew at each threshold, its regions labelled by scipy.

A line of saturated.txt is such a set whose images have two defects each, the mask and the mask moved to the
right, of which a third and 5 pixels have to be found; and the saturated per-region overlap up to some false
positive rates, counted anew at each threshold.
"""

import pathlib
import platform

import numpy as np
import scipy
import sklearn
from scipy import ndimage
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-vision/src/test/resources/io/github/anomalydata/image/detect"
CASES = [("coarse", 2, 7, 5), ("coarse", 6, 16, 12), ("coarse", 9, 31, 8),
         ("fine", 2, 7, 5), ("fine", 6, 16, 12), ("fine", 9, 31, 8)]
LIMIT = 0.3
LIMITS = [0.01, 0.05, 0.3, 1.0]


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**32
    return values


def maps(kind, images, width, height):
    maps, masks = [], []
    for k in range(images):
        x = noise(width * height, 100 + k).reshape(height, width)
        mask = np.zeros((height, width), dtype=bool)
        if k % 2 == 0:
            mask = noise(width * height, 900 + k).reshape(height, width) > 0.8
            mask[0, 0] = True
        values = x * (1 + 0.4 * (k % 3)) + 0.3 * mask
        values = np.floor(64 * values) / 64 if kind == "coarse" else values.astype(np.float32)
        maps.append(np.float64(values))
        masks.append(mask)
    return np.array(maps), np.array(masks)


def overlap(maps, masks):
    regions = []
    for k, mask in enumerate(masks):
        labels, count = ndimage.label(mask, structure=np.ones((3, 3)))
        regions += [(k, labels == i + 1) for i in range(count)]
    x, y, area = 0.0, 0.0, 0.0
    for threshold in np.unique(maps)[::-1]:
        rate = np.mean(maps[~masks] >= threshold)
        share = np.mean([np.mean(maps[k][region] >= threshold) for k, region in regions])
        if rate >= LIMIT:
            part = (LIMIT - x) / (rate - x)
            area += (LIMIT - x) * (y + y + part * (share - y)) / 2
            return area / LIMIT, len(regions)
        area += (rate - x) * (share + y) / 2
        x, y = rate, share
    raise AssertionError("the false positive rate ends at 1")


def defects(mask):
    """Returns the defects of an image and how many pixels of each have to be found."""
    if not mask.any():
        return []
    moved = np.roll(mask, 1, axis=1)
    return [(mask, 1 + mask.sum() // 3), (moved, min(5, moved.sum()))]


def saturated(maps, masks, limit):
    regions = [(k, mask, enough) for k, own in enumerate(masks) for mask, enough in defects(own)]
    sound = np.ones_like(masks)
    for k, mask, _ in regions:
        sound[k] &= ~mask
    xs, ys = [0.0], [0.0]
    for threshold in np.unique(maps)[::-1]:
        found = maps >= threshold
        xs.append(np.mean(found[sound]))
        ys.append(np.mean([min(np.sum(found[k] & mask) / enough, 1.0) for k, mask, enough in regions]))
    # The curve up to the limit, where it is a line between two of its points.
    last = np.searchsorted(xs, limit, side="left")
    at = xs[last - 1], xs[last]
    y = ys[last - 1] + (ys[last] - ys[last - 1]) * (limit - at[0]) / (at[1] - at[0])
    return np.trapezoid(ys[:last] + [y], xs[:last] + [limit]) / limit


def saturated_line(kind, images, width, height):
    values, masks = maps(kind, images, width, height)
    areas = [saturated(values, masks, limit) for limit in LIMITS]
    return f"{kind} {images} {width} {height} " + " ".join(repr(float(v)) for v in areas)


def line(kind, images, width, height):
    values, masks = maps(kind, images, width, height)
    positive = masks.any(axis=(1, 2))
    scores = values.max(axis=(1, 2))
    pro, regions = overlap(values, masks)
    precision, recall, thresholds = precision_recall_curve(positive, scores)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-300)
    numbers = [
        roc_auc_score(positive, scores),
        average_precision_score(positive, scores),
        np.max(f1),
        roc_auc_score(masks.ravel(), values.ravel()),
        pro,
    ]
    return f"{kind} {images} {width} {height} {regions} " + " ".join(repr(float(v)) for v in numbers)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    header = (f"# compat/golden/detection.py, Python {platform.python_version()}, numpy {np.__version__}, "
              f"scikit-learn {sklearn.__version__}, scipy {scipy.__version__}\n"
              "# kind images width height regions : image AUC, average precision, best F1, pixel AUC, AU-PRO\n")
    (OUT / "detection.txt").write_text(header + "\n".join(line(*case) for case in CASES) + "\n")
    write_saturated()


def write_saturated():
    header = (f"# compat/golden/detection.py, Python {platform.python_version()}, numpy {np.__version__}\n"
              f"# kind images width height : AU-sPRO up to {LIMITS}\n")
    lines = [saturated_line(*case) for case in CASES]
    (OUT / "saturated.txt").write_text(header + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
