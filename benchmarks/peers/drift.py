"""The peer of DriftBenchmark: scipy's tests of each column of two tables.

Usage: drift.py ks|wasserstein ROWS COLUMNS [SECONDS]; prints the milliseconds of each round.

Columns lie one after the other in memory, which is scipy's fastest. Kolmogorov-Smirnov is statistic and p-value,
Wasserstein the distance, which is all that scipy has. Columns are shared by two threads, as ours are; where that
is slower than one after the other, which numpy's and scipy's share of Python decides, the faster way counts.
"""

import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import scipy
from scipy import stats

WORK = {
    "ks": lambda x, y: stats.ks_2samp(x, y).pvalue,
    "wasserstein": stats.wasserstein_distance,
}


def rounds(work, seconds):
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 2:
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e3)
    return times


def main():
    test, rows, columns = WORK[sys.argv[1]], *map(int, sys.argv[2:4])
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 5.0
    random = np.random.default_rng(42)
    reference, current = random.uniform(-1, 1, (2, columns, rows))
    print(f"numpy {np.__version__}, scipy {scipy.__version__}", file=sys.stderr)
    alone = rounds(lambda: list(map(test, reference, current)), seconds / 2)
    with ThreadPoolExecutor(2) as threads:
        shared = rounds(lambda: list(threads.map(test, reference, current)), seconds / 2)
    for milliseconds in min(alone, shared, key=statistics.median):
        print(f"{milliseconds:.3f}")


if __name__ == "__main__":
    main()
