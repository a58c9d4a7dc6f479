"""The peers of MmdBenchmark: the squared maximum mean discrepancy of two samples, in single precision.

Usage: mmd.py WORK ROWS COLUMNS PERMUTATIONS [SECONDS]; prints the milliseconds of each round.

sgemm: a product of two 3000 x 3000 matrices. statistic: three kernel matrices and their means. permutations: the
whole kernel matrix once, and for each permutation the means of its parts, gathered; of 5 permutations, scaled up.
gemm: the same by one product with the weights of all permutations.
"""

import sys
import time

import numpy as np

GAMMA = 0.05
GATHERED = 5


def kernel(x, y):
    distance = (x * x).sum(axis=1)[:, None] + (y * y).sum(axis=1)[None] - 2 * (x @ y.T)
    return np.exp(-GAMMA * distance)


def unbiased(within_x, within_y, between, n, m):
    return (within_x - n) / (n * (n - 1)) + (within_y - m) / (m * (m - 1)) - 2 * between / (n * m)


def statistic(x, y):
    sums = (kernel(a, b).sum(dtype=np.float64) for a, b in ((x, x), (y, y), (x, y)))
    return unbiased(*sums, len(x), len(y))


def gathered(x, y, permutations, rng):
    n, m = len(x), len(y)
    pooled = np.concatenate([x, y])
    k = kernel(pooled, pooled)
    result = []
    for _ in range(permutations):
        order = rng.permutation(n + m)
        p, q = order[:n], order[n:]
        result.append(
            unbiased(
                k[np.ix_(p, p)].sum(dtype=np.float64),
                k[np.ix_(q, q)].sum(dtype=np.float64),
                k[np.ix_(p, q)].sum(dtype=np.float64),
                n,
                m,
            )
        )
    return result


def multiplied(x, y, permutations, rng):
    n, m = len(x), len(y)
    pooled = np.concatenate([x, y])
    k = kernel(pooled, pooled)
    z = np.zeros((n + m, permutations), np.float32)
    for b in range(permutations):
        z[rng.permutation(n + m)[n:], b] = 1
    rows = k.sum(axis=1, dtype=np.float64)
    current = (z * (k @ z)).sum(axis=0, dtype=np.float64)
    margin = rows @ z
    return unbiased(rows.sum() - 2 * margin + current, current, margin - current, n, m)


def main():
    work, n, d, permutations = sys.argv[1], *map(int, sys.argv[2:5])
    seconds = float(sys.argv[5]) if len(sys.argv) > 5 else 5.0
    rng = np.random.default_rng(42)
    x, y = (rng.random((n, d), np.float32) for _ in range(2))
    scale = 1.0
    if work == "sgemm":
        a, b = (rng.random((3000, 3000), np.float32) for _ in range(2))
        run = lambda: a @ b
    elif work == "statistic":
        run = lambda: statistic(x, y)
    elif work == "permutations":
        # The matrix once, and the time of the permutations scaled up.
        start = time.perf_counter()
        pooled = np.concatenate([x, y])
        kernel(pooled, pooled)
        once = time.perf_counter() - start
        start = time.perf_counter()
        gathered(x, y, GATHERED, rng)
        each = (time.perf_counter() - start - once) / GATHERED
        print(f"{(once + each * permutations) * 1e3:.3f}")
        return
    else:
        run = lambda: multiplied(x, y, permutations, rng)
    run()
    print(f"numpy {np.__version__}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        run()
        print(f"{(time.perf_counter() - start) * 1e3:.3f}")


if __name__ == "__main__":
    main()
