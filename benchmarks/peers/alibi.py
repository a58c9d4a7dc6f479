"""The peer of MmdBenchmark.permutations and DiscrepancyMemory: alibi-detect's MMDDrift on PyTorch, on the CPU.

Usage: alibi.py ROWS COLUMNS PERMUTATIONS [ROUNDS]; prints a line "milliseconds N" for each round of predict, after one
that is not counted if there are several, then "kilobytes N", the peak of the process, and "imported N", that before
there were data. The bandwidth is set, as that of ours is: otherwise each round would begin with a median of distances.
"""

import resource
import sys
import time

import numpy as np
import torch
from alibi_detect.cd import MMDDrift
from alibi_detect.utils.pytorch import GaussianRBF

GAMMA = 0.05


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main():
    n, d, permutations = map(int, sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    torch.set_num_threads(2)
    imported = peak()
    rng = np.random.default_rng(42)
    x, y = (rng.random((n, d), np.float32) for _ in range(2))
    sigma = torch.tensor([(0.5 / GAMMA) ** 0.5])
    test = MMDDrift(
        x,
        backend="pytorch",
        n_permutations=permutations,
        sigma=sigma.numpy(),
        configure_kernel_from_x_ref=False,
        device="cpu",
    )
    assert isinstance(test._detector.kernel, GaussianRBF)
    for turn in range(rounds):
        start = time.perf_counter()
        test.predict(y)
        if turn > 0 or rounds == 1:
            print(f"milliseconds {(time.perf_counter() - start) * 1e3:.1f}")
    print(f"kilobytes {peak()}")
    print(f"imported {imported}")


if __name__ == "__main__":
    main()
