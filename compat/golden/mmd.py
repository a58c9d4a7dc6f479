"""Writes the golden file of kernels and of the maximum mean discrepancy, in the package io.github.anomalydata.drift.

    python -m venv .venv && .venv/bin/pip install -r compat/drift/requirements.txt
    .venv/bin/python compat/golden/mmd.py

A line is a kernel and two samples: how they are made as key=value, then tab-separated unbiased and biased estimate,
the sum of the kernel matrix of the two samples, and its first value.
"""

import pathlib
import platform
from importlib.metadata import version

import numpy as np
from scipy.spatial.distance import pdist
from sklearn.gaussian_process.kernels import RationalQuadratic
from sklearn.metrics.pairwise import laplacian_kernel, linear_kernel, polynomial_kernel, rbf_kernel

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-monitoring/src/test/resources/io/github/anomalydata/drift"
SHAPES = [(2, 2, 1), (2, 5, 3), (7, 4, 2), (16, 16, 16), (33, 65, 5), (40, 30, 100), (150, 70, 8)]


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**31 - 1
    return values


def median_gamma(x, y):
    return 1 / (2 * np.median(pdist(np.concatenate([x, y]))) ** 2)


KERNELS = {
    "gaussian": lambda x, y: lambda a, b: rbf_kernel(a, b, gamma=0.7),
    "gaussians": lambda x, y: lambda a, b: rbf_kernel(a, b, gamma=0.1) + rbf_kernel(a, b, gamma=2),
    "median": lambda x, y: lambda a, b: rbf_kernel(a, b, gamma=median_gamma(x, y)),
    "laplacian": lambda x, y: lambda a, b: laplacian_kernel(a, b, gamma=0.3),
    "rational": lambda x, y: RationalQuadratic(alpha=0.5, length_scale=1.5),
    "polynomial": lambda x, y: lambda a, b: polynomial_kernel(a, b, degree=3, gamma=0.2, coef0=1),
    "linear": lambda x, y: linear_kernel,
}


def line(name, n, m, d):
    x = noise(n * d, 12345).reshape(n, d)
    y = 1.5 * noise(m * d, 54321).reshape(m, d) + 0.2
    kernel = KERNELS[name](x, y)
    xx, yy, xy = kernel(x, x), kernel(y, y), kernel(x, y)
    # The diagonal is put to 0 and not taken off the sum, which would cancel.
    off = [k - np.diag(np.diag(k)) for k in (xx, yy)]
    unbiased = off[0].sum() / (n * (n - 1)) + off[1].sum() / (m * (m - 1)) - 2 * xy.mean()
    biased = xx.mean() + yy.mean() - 2 * xy.mean()
    numbers = {"unbiased": unbiased, "biased": biased, "sum": xy.sum(), "first": xy[0, 0]}
    cells = [f"kernel={name} n={n} m={m} d={d}"]
    return "\t".join(cells + [f"{key}={float(value)!r}" for key, value in numbers.items()])


def main():
    tools = ", ".join(f"{tool} {version(tool)}" for tool in ("scikit-learn", "scipy", "numpy"))
    header = f"# {tools}, Python {platform.python_version()}; made by compat/golden/mmd.py"
    lines = [line(name, *shape) for name in KERNELS for shape in SHAPES]
    (OUT / "kernels.txt").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
