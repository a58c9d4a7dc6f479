"""Writes the golden file of the package io.github.anomalydata.drift.

    python -m venv .venv && .venv/bin/pip install -r compat/drift/requirements.txt
    .venv/bin/python compat/golden/drift.py

A line is two samples and their distances: how they are made as key=value, then tab-separated distance=value.
samples() makes them here, GoldenTest in the tests. A statistic that scipy defines otherwise is left out: its
Cramér-von Mises takes mean ranks of ties, and its Anderson-Darling is standardised, so that the sum it is made of
is taken.
"""

import pathlib
import platform
from importlib.metadata import version

import numpy as np
from scipy import stats
from scipy.spatial.distance import euclidean, jensenshannon
from scipy.special import kl_div
from scipy.stats import _morestats
from sklearn.metrics import mutual_info_score

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-monitoring/src/test/resources/io/github/anomalydata/drift"
KINDS = ["same", "shifted", "scaled", "offset", "steps", "mixed"]
SIZES = [(1, 1), (1, 7), (2, 4), (5, 3), (10, 10), (16, 33), (40, 30), (63, 65), (100, 100), (257, 128), (500, 300)]


def noise(n, state):
    values = np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2.0**31 - 1
    return values


def samples(kind, n, m):
    x, y = noise(n, 12345), noise(m, 54321)
    return {
        "same": (x, y),
        "shifted": (x, y + 0.3),
        "scaled": (x, 2 * y),
        "offset": (x + 500, y + 500.1),
        "steps": (np.floor(4 * x), np.floor(4 * y)),
        "mixed": (np.floor(4 * x), np.maximum(np.floor(4 * y), 0)),
    }[kind]


def distances(kind, x, y):
    n, m = len(x), len(y)
    ks = stats.ks_2samp(x, y, method="exact")
    yield "ks", ks.statistic
    yield "ks_p", ks.pvalue
    yield "wasserstein", stats.wasserstein_distance(x, y)
    yield "energy", stats.energy_distance(x, y)
    if min(n, m) > 2 and np.ptp(x) > 0:
        yield "welch", abs(stats.ttest_ind(x, y, equal_var=False).statistic)
        yield "brown_forsythe", stats.levene(x, y, center="median").statistic
    v, w = noise(n, 999) + 1.5, noise(m, 777) + 1.5
    yield "weighted_wasserstein", stats.wasserstein_distance(x, y, v, w)
    pool = np.sort(np.hstack([x, y]))
    distinct = np.unique(pool)
    below = [np.array([ws[s <= t].sum() / ws.sum() for t in distinct]) for s, ws in ((x, v), (y, w))]
    yield "weighted_ks", np.abs(below[0] - below[1]).max()
    if len(distinct) > 1:
        args = [np.sort(x), np.sort(y)], pool, distinct, 2, np.array([n, m]), n + m
        yield "ad", _morestats._anderson_ksamp_right(*args)
    if len(distinct) == n + m:
        if min(n, m) > 1:
            # Of T = U / (n m (n + m)) - (4 n m - 1) / (6 (n + m)).
            yield "cvm", stats.cramervonmises_2samp(x, y, method="asymptotic").statistic
    else:
        counts = np.array([[np.sum(s == v) for v in distinct] for s in (x, y)])
        if len(distinct) > 1:
            chi2 = stats.chi2_contingency(counts, correction=False)
            yield "chi2", chi2.statistic
            yield "chi2_p", chi2.pvalue
        p, q = counts[0] / n, counts[1] / m
        yield "js", jensenshannon(p, q, base=2)
        yield "hellinger", euclidean(np.sqrt(p), np.sqrt(q)) / np.sqrt(2)
        # A category that one sample lacks counts as half a row there.
        p, q = np.maximum(counts[0], 0.5) / n, np.maximum(counts[1], 0.5) / m
        yield "psi", (kl_div(q, p) + kl_div(p, q)).sum()
        if n == m:
            yield "information", mutual_info_score(np.repeat([0, 1], n), np.hstack([x, y]).astype(int))


def line(kind, n, m):
    cells = [f"{name}={float(value)!r}" for name, value in distances(kind, *samples(kind, n, m))]
    return "\t".join([f"kind={kind} n={n} m={m}", *cells])


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    made = ", ".join(f"{tool} {version(tool)}" for tool in ("scipy", "scikit-learn", "numpy"))
    header = f"# {made}, Python {platform.python_version()}; made by compat/golden/drift.py"
    lines = [line(kind, n, m) for kind in KINDS for n, m in SIZES]
    (OUT / "distances.txt").write_text("\n".join([header, *lines]) + "\n")


if __name__ == "__main__":
    main()
