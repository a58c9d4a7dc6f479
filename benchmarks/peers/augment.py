"""The peers of AugmentBenchmark: a batch of windows through noise, scaling, time warp and channel dropout.

Usage: augment.py numpy|tsaug BATCH CHANNELS TIME [SECONDS]; prints the milliseconds of each round.

numpy: the same formulas over the whole batch, in single precision where it is faster. tsaug: the nearest it has, of
windows [batch, time, channels]; it has no scaling, which is a product here, and drops points, not channels.
"""

import sys
import time

import numpy as np

RANDOM = np.random.default_rng(42)
KNOTS, STRENGTH = 4, 0.2


def normal(shape):
    return RANDOM.standard_normal(shape, dtype=np.float32)


def positions(batch, length):
    """The monotone cubic of TimeWarp, for all windows at once."""
    n = KNOTS + 1
    step = np.exp(STRENGTH * RANDOM.standard_normal((batch, n)))
    step /= step.sum(axis=1, keepdims=True)
    path = np.concatenate([np.zeros((batch, 1)), np.cumsum(step, axis=1)], axis=1)
    slope = np.empty((batch, n + 1))
    slope[:, 1:-1] = 2 * step[:, :-1] * step[:, 1:] / (step[:, :-1] + step[:, 1:])
    slope[:, 0] = np.maximum(0, (3 * step[:, 0] - step[:, 1]) / 2)
    slope[:, -1] = np.maximum(0, (3 * step[:, -1] - step[:, -2]) / 2)
    place = np.arange(length) * (n / (length - 1))
    i = np.minimum(place.astype(np.int64), n - 1)
    s = place - i
    rise, left, right = step[:, i], slope[:, i], slope[:, i + 1]
    curve = path[:, i] + s * (left + s * (3 * rise - 2 * left - right + s * (left + right - 2 * rise)))
    return np.clip(curve, 0, 1) * (length - 1)


def with_numpy(x):
    batch, channels, length = x.shape
    y = x + 0.05 * x.std(axis=2, keepdims=True) * normal(x.shape)
    y *= np.exp(0.1 * normal((batch, channels, 1)))
    place = positions(batch, length)
    before = np.minimum(place.astype(np.int64), length - 2)
    fraction = (place - before).astype(np.float32)[:, None]
    first = np.take_along_axis(y, before[:, None], axis=2)
    y = first + fraction * (np.take_along_axis(y, before[:, None] + 1, axis=2) - first)
    kept = RANDOM.random((batch, channels)) >= 0.1
    none = np.flatnonzero(~kept.any(axis=1))
    kept[none, RANDOM.integers(channels, size=len(none))] = True
    y *= kept[:, :, None]
    return y


def tsaug_pipeline():
    import tsaug

    augmenter = (
        tsaug.AddNoise(scale=0.05)
        + tsaug.TimeWarp(n_speed_change=KNOTS, max_speed_ratio=2)
        + tsaug.Dropout(p=0.1, fill=0.0, per_channel=True)
    )

    def work(x):
        y = augmenter.augment(x)
        y *= np.exp(0.1 * normal((x.shape[0], 1, x.shape[2])))
        return y

    return work


def main():
    name, batch, channels, length = sys.argv[1], *map(int, sys.argv[2:5])
    seconds = float(sys.argv[5]) if len(sys.argv) > 5 else 5.0
    shape = (batch, channels, length) if name == "numpy" else (batch, length, channels)
    windows = RANDOM.uniform(-1, 1, shape).astype(np.float32)
    work = with_numpy if name == "numpy" else tsaug_pipeline()
    result = work(windows)
    print(f"numpy {np.__version__}, result {result.shape} {result.dtype}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        work(windows)
        print(f"{(time.perf_counter() - start) * 1e3:.3f}")


if __name__ == "__main__":
    main()
