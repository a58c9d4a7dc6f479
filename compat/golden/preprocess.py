"""Writes the golden file of transforms of rows, in the package io.github.anomalydata.drift.preprocess.

    python -m venv .venv && .venv/bin/pip install -r compat/drift/requirements.txt
    .venv/bin/python compat/golden/preprocess.py

A line is a transform and how its reference is made as key=value, then tab-separated names and numbers: what the
transform makes of three rows, row after row, and what it found. Of n random numbers in a row, column k is times k + 1,
and the second column has the first one added.
"""

import pathlib
import platform
from importlib.metadata import version

import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler
from sklearn.random_projection import johnson_lindenstrauss_min_dim

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-monitoring/src/test/resources/io/github/anomalydata/drift/preprocess"
SHAPES = [(5, 3, 2), (60, 4, 4), (200, 12, 5), (30, 40, 6)]


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**31 - 1
    return values


def rows(n, d, state, shift):
    values = noise(n * d, state).reshape(n, d) * np.arange(1, d + 1) + shift
    values[:, 1] += values[:, 0]
    return values


def line(kind, n, d, k):
    reference, current = rows(n, d, 12345, 0), rows(3, d, 54321, 0.5)
    cells = [f"transform={kind} n={n} d={d} k={k}"]
    if kind == "standardizer":
        fitted = StandardScaler().fit(reference)
        numbers = {"means": fitted.mean_, "deviations": fitted.scale_}
    else:
        fitted = PCA(n_components=k, whiten=kind == "whitened", svd_solver="full").fit(reference)
        numbers = {"means": fitted.mean_, "axes": fitted.components_, "variances": fitted.explained_variance_}
    numbers = {"rows": fitted.transform(current), **numbers}
    cells += [f"{name}={','.join(repr(float(x)) for x in np.ravel(value))}" for name, value in numbers.items()]
    return "\t".join(cells)


def bound(n, eps):
    return f"transform=bound n={n} eps={eps}\tcolumns={int(johnson_lindenstrauss_min_dim(n, eps=eps))}"


def main():
    tools = ", ".join(f"{tool} {version(tool)}" for tool in ("scikit-learn", "numpy"))
    header = f"# {tools}, Python {platform.python_version()}; made by compat/golden/preprocess.py"
    lines = [line(kind, *shape) for kind in ("standardizer", "components", "whitened") for shape in SHAPES]
    lines += [bound(n, eps) for n in (2, 100, 5000, 1000000) for eps in (0.05, 0.3, 0.99)]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "transforms.txt").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
