"""Writes the golden file of the package io.github.anomalydata.data.scaling.

    python -m venv .venv && .venv/bin/pip install -r compat/scaling/requirements.txt
    .venv/bin/python compat/golden/scaling.py

Each line begins with what it holds: "table" is followed by the group of a row and its values, the name
of a scaler by the scaled values of a row, fitted on all rows ("global") or on those of its group
("grouped").
"""

import pathlib
import platform

import numpy as np
import sklearn
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/data/scaling/scaling.txt"
SEED = 20_260_102
ROWS = 61
GROUPS = 3
SCALERS = {
    "standard": StandardScaler(),
    "minMax(0,1)": MinMaxScaler((0, 1)),
    "minMax(-1,3)": MinMaxScaler((-1, 3)),
    "robust(0.25,0.75)": RobustScaler(quantile_range=(25, 75)),
    "robust(0.1,0.95)": RobustScaler(quantile_range=(10, 95)),
}


def table(random):
    """A temperature, a nearly steady speed, a skewed pressure, a count with ties, a tiny current."""
    return np.column_stack(
        [
            random.normal(642.5, 0.5, ROWS).round(2),
            random.normal(2388.05, 0.07, ROWS).round(2),
            random.lognormal(3, 1.5, ROWS),
            random.integers(0, 9, ROWS),
            random.normal(0, 1e-9, ROWS),
        ]
    )


def grouped(scaler, values, groups):
    scaled = np.empty_like(values)
    for group in range(GROUPS):
        rows = groups == group
        scaled[rows] = scaler.fit_transform(values[rows])
    return scaled


def lines(name, rows):
    return [" ".join([name, *(repr(float(value)) for value in row)]) for row in rows]


def main():
    random = np.random.default_rng(SEED)
    values = table(random)
    groups = random.integers(0, GROUPS, ROWS)
    text = [
        f"# scikit-learn {sklearn.__version__}, numpy {np.__version__},"
        f" Python {platform.python_version()}; made by compat/golden/scaling.py"
    ]
    for group, row in zip(groups, lines("", values)):
        text.append(f"table {group}{row}")
    for name, scaler in SCALERS.items():
        text += lines(name + "-global", scaler.fit_transform(values))
        text += lines(name + "-grouped", grouped(scaler, values, groups))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    main()
