"""Writes the samples of which the documentation of Frouros prints distances, in the package io.github.anomalydata.drift.

    python -m venv .venv && .venv/bin/pip install -r compat/drift/requirements.txt
    .venv/bin/python compat/golden/frouros.py

A line is the name of a sample and its rows, tab-separated, their values separated by blanks. NumPy's legacy generator
draws the same numbers in all versions.
"""

import pathlib
import platform

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-monitoring/src/test/resources/io/github/anomalydata/drift"
ROWS = 100


def main():
    np.random.seed(31)
    samples = {
        "x": np.random.multivariate_normal([1, 1], [[2, 0], [0, 2]], ROWS),
        "y": np.random.multivariate_normal([0, 0], [[2, 1], [1, 2]], ROWS),
    }
    np.random.seed(31)
    samples["a"] = np.random.normal(0, 1, ROWS)[:, None]
    samples["b"] = np.random.normal(1, 1, ROWS)[:, None]
    with open(OUT / "frouros.txt", "w", newline="\n") as file:
        file.write(
            f"# numpy {np.__version__}, Python {platform.python_version()}; made by compat/golden/frouros.py\n"
        )
        for name, rows in samples.items():
            cells = [" ".join(repr(float(value)) for value in row) for row in rows]
            file.write("\t".join([name, *cells]) + "\n")


if __name__ == "__main__":
    main()
