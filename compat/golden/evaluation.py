"""Writes the golden file of the package io.github.anomalydata.evaluation.

    python -m venv .venv && .venv/bin/pip install -r compat/evaluation/requirements.txt
    .venv/bin/python compat/golden/evaluation.py

A line is a set of scores and what scikit-learn makes of them: how they are made as key=value, then
tab-separated measure=value, where a curve is written as its points, separated by blanks. scores() makes them
here, CurvesTest in the tests.
"""

import pathlib
import platform

import numpy as np
import sklearn
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/evaluation"
KINDS = ["distinct", "ties", "constant", "apart", "reversed"]
SIZES = [2, 3, 5, 8, 13, 40, 101, 500]
RATES = [0.01, 0.1, 0.25, 0.5, 1.0]
CURVES_UP_TO = 13


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**31 - 1
    return values


def scores(kind, n):
    positive = noise(n, 54321) > 0.3
    positive[0], positive[1] = True, False
    x = noise(n, 12345)
    return positive, {
        "distinct": x + 0.5 * positive,
        "ties": np.floor(4 * (x + 0.5 * positive)),
        "constant": np.zeros(n),
        "apart": x + 2.5 * positive,
        "reversed": x - 2.5 * positive,
    }[kind]


def points(values):
    return " ".join(repr(float(v)) for v in values)


def line(kind, n):
    positive, x = scores(kind, n)
    cells = [f"kind={kind} n={n}", f"auc={float(roc_auc_score(positive, x))!r}"]
    cells += [f"partial:{r}={float(roc_auc_score(positive, x, max_fpr=r))!r}" for r in RATES]
    cells.append(f"average={float(average_precision_score(positive, x))!r}")
    if n <= CURVES_UP_TO:
        fpr, tpr, thresholds = roc_curve(positive, x, drop_intermediate=False)
        cells += [f"fpr={points(fpr)}", f"tpr={points(tpr)}", f"thresholds={points(thresholds[1:])}"]
        precision, recall, _ = precision_recall_curve(positive, x)
        cells += [f"precision={points(precision[-2::-1])}", f"recall={points(recall[-2::-1])}"]
    return "\t".join(cells)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    header = f"# scikit-learn {sklearn.__version__}, Python {platform.python_version()}; made by compat/golden/evaluation.py"
    lines = [header] + [line(kind, n) for kind in KINDS for n in SIZES]
    (OUT / "curves.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
