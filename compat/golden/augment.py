"""Writes the golden file of the package io.github.anomalydata.augment.

    python -m venv .venv && .venv/bin/pip install -r compat/augment/requirements.txt
    .venv/bin/python compat/golden/augment.py

A line is the heights of equally spaced knots, a tab, and the heights of scipy's PchipInterpolator at places that
divide each interval into eight.
"""

import pathlib
import platform

import numpy as np
import scipy
from scipy.interpolate import PchipInterpolator

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/augment"
STEPS = 8


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**31 - 1
    return values


def cases():
    for n in (2, 3, 4, 6, 11, 40):
        yield noise(n, 12345 + n)
        path = np.concatenate(([0], np.cumsum(np.exp(0.6 * noise(n - 1, 54321 + n)))))
        yield path / path[-1]
    yield from map(np.array, (
        [0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 2.0, 2.0, 1.0], [0.0, 1.0, 0.0, 1.0, 0.0], [0.0, 10.0, 10.5, 10.6],
        [5.0, 4.0, 0.0, -30.0], [0.0, 1.0, 30.0], [30.0, 1.0, 0.0], [0.0, 1e-9, 1.0], [1e9, 1e9 + 1, 1e9 + 5],
    ))


def text(values):
    return ",".join(repr(float(v)) for v in values)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / "pchip.txt", "w", encoding="ascii") as out:
        out.write(
            f"# scipy {scipy.__version__}, numpy {np.__version__}, Python {platform.python_version()};"
            " made by compat/golden/augment.py\n"
        )
        for knots in cases():
            places = np.arange((len(knots) - 1) * STEPS + 1) / STEPS
            out.write(f"{text(knots)}\t{text(PchipInterpolator(np.arange(len(knots)), knots)(places))}\n")


if __name__ == "__main__":
    main()
