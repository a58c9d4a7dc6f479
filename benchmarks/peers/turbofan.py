"""Parse, scale and window a C-MAPSS subset with pandas and NumPy: the peer of TurbofanBenchmark.

Usage: turbofan.py DIR SUBSET [SECONDS]; prints the milliseconds of each round.
"""

import sys
import time

import numpy as np
import pandas as pd

SENSORS = [2, 3, 4, 7, 8, 9, 11, 12, 13, 14, 15, 17, 20, 21]
WINDOW = 30


def read(path):
    return pd.read_csv(path, sep=r"\s+", header=None, engine="c", dtype=np.float64).to_numpy()


def windows(folder, subset):
    train = read(f"{folder}/train_{subset}.txt")
    read(f"{folder}/test_{subset}.txt")
    np.loadtxt(f"{folder}/RUL_{subset}.txt")
    regimes = np.unique(np.round(train[:, 2:5]), axis=0, return_inverse=True)[1].ravel()
    values = train[:, [4 + s for s in SENSORS]]
    scaled = np.empty(values.shape, dtype=np.float32)
    for regime in range(regimes.max() + 1):
        rows = regimes == regime
        part = values[rows]
        low, high = part.min(axis=0), part.max(axis=0)
        span = np.where(high > low, high - low, 1.0)
        scaled[rows] = 2 * (part - low) / span - 1
    units = train[:, 0]
    starts = np.flatnonzero(np.r_[True, units[1:] != units[:-1], True])
    parts, targets = [], []
    for begin, end in zip(starts[:-1], starts[1:]):
        run = scaled[begin:end]
        # (windows, channels, time): a view, copied once below.
        parts.append(np.lib.stride_tricks.sliding_window_view(run, WINDOW, axis=0))
        targets.append(np.minimum(125, np.arange(end - begin - WINDOW, -1, -1, dtype=np.float32)))
    return np.concatenate(parts), np.concatenate(targets)


def main():
    folder, subset = sys.argv[1], sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 5.0
    result, _ = windows(folder, subset)
    print(f"pandas {pd.__version__}, numpy {np.__version__}, windows {result.shape}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        windows(folder, subset)
        print(f"{(time.perf_counter() - start) * 1e3:.3f}")


if __name__ == "__main__":
    main()
