"""Writes the golden file of the package io.github.anomalydata.metrics.

    python -m venv .venv && .venv/bin/pip install -r compat/metrics/requirements.txt
    .venv/bin/python compat/golden/metrics.py

A line is successes and trials, and the ends of the 95 % interval of Wilson.
"""

import pathlib
import platform
from importlib.metadata import version

from scipy import stats

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-monitoring/src/test/resources/io/github/anomalydata/metrics"
PAIRS = [(0, 1), (1, 1), (1, 2), (0, 10), (3, 10), (10, 10), (1, 1000), (999, 1000), (50, 1000), (123456, 10**9)]

OUT.mkdir(parents=True, exist_ok=True)
with open(OUT / "proportions.txt", "w", encoding="utf-8", newline="\n") as out:
    out.write(f"# scipy {version('scipy')}, Python {platform.python_version()}; made by compat/golden/metrics.py\n")
    for successes, trials in PAIRS:
        ends = stats.binomtest(successes, trials).proportion_ci(0.95, method="wilson")
        out.write(f"{successes} {trials} {float(ends.low)!r} {float(ends.high)!r}\n")
