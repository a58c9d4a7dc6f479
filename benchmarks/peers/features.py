"""The peers of FeatureBenchmark: all statistical and frequency features of a batch of windows.

Usage: features.py numpy|tsfel BATCH CHANNELS TIME [SECONDS]; prints the milliseconds of each round.

numpy: the preset "all" with NumPy and scipy, whole batch at once, each intermediate computed once. tsfel: its
domains statistical, temporal and spectral, in one process without its pool, on fewer windows; the milliseconds
are scaled up to BATCH.
"""

import sys
import time
import warnings

import numpy as np

RATE = 100.0
TSFEL_WINDOWS = 20


def entropy(p):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.where(p > 0, p * np.log2(p), 0).sum(axis=-1)


def histogram(x, low, high, bins):
    place = ((x - low[:, None]) / (high - low)[:, None] * bins).astype(np.int64)
    flat = np.minimum(place, bins - 1) + bins * np.arange(len(x))[:, None]
    return np.bincount(flat.ravel(), minlength=bins * len(x)).reshape(-1, bins) / x.shape[1]


def statistical(x):
    n = x.shape[1]
    mean = x.mean(axis=1)
    d = x - mean[:, None]
    d2 = d * d
    m2, m3, m4 = d2.mean(axis=1), (d2 * d).mean(axis=1), (d2 * d2).mean(axis=1)
    std = np.sqrt(m2)
    ordered = np.sort(x, axis=1)
    low, high = ordered[:, 0], ordered[:, -1]

    def quantile(q):
        place = q * (n - 1)
        k = int(place)
        return ordered[:, k] + (place - k) * (ordered[:, min(k + 1, n - 1)] - ordered[:, k])

    q1, q2, q3 = quantile(0.25), quantile(0.5), quantile(0.75)
    skewness, pearson = m3 / m2**1.5, m4 / m2**2
    magnitude = np.abs(x)
    squares = (x * x).sum(axis=1)
    rms, average, peak = np.sqrt(squares / n), magnitude.mean(axis=1), np.maximum(-low, high)
    step = np.diff(x, axis=1)
    bend = np.diff(step, axis=1)
    step_variance = step.var(axis=1)
    mobility = np.sqrt(step_variance / m2)
    inner = x[:, 1:-1]
    t = np.arange(n) - (n - 1) / 2
    return [
        mean, std, m2, low, high, q2, q1, q3, q3 - q1, skewness,
        np.sqrt(n * (n - 1)) / (n - 2) * skewness, pearson - 3,
        ((n * n - 1) * pearson - 3 * (n - 1) ** 2) / ((n - 2) * (n - 3)), pearson,
        rms, high - low, peak / rms, rms / average, peak / average,
        peak / np.sqrt(magnitude).mean(axis=1) ** 2, squares,
        np.diff(x < 0, axis=1).sum(axis=1) / (n - 1), np.diff(d < 0, axis=1).sum(axis=1) / (n - 1),
        entropy(histogram(x, low, high, 10)),
        *((d[:, lag:] * d[:, :-lag]).sum(axis=1) / (n * m2) for lag in (1, 2, 3)),
        m2, mobility, np.sqrt(bend.var(axis=1) / step_variance) / mobility,
        np.abs(step).sum(axis=1), d @ t / (t @ t),
        ((inner > x[:, :-2]) & (inner > x[:, 2:])).sum(axis=1),
    ]


def shapes(x):
    import scipy.fft

    magnitude = np.abs(scipy.fft.rfft(x - x.mean(axis=1)[:, None], axis=1)[:, 1:])
    return magnitude / np.linalg.norm(magnitude, axis=1)[:, None]


def frequency(x):
    import scipy.fft

    n = x.shape[1]
    spectrum = scipy.fft.rfft(x - x.mean(axis=1)[:, None], axis=1)[:, 1:]
    power = (spectrum.real**2 + spectrum.imag**2) * (2.0 / n / n)
    if n % 2 == 0:
        power[:, -1] /= 2
    f = np.arange(1, n // 2 + 1) * RATE / n
    total = power.sum(axis=1)
    p = power / total[:, None]
    centroid = p @ f
    d = f - centroid[:, None]
    dp = d * d * p
    variance = dp.sum(axis=1)
    information = entropy(p)
    greatest = power.max(axis=1)
    middle = power[:, 1:-1]
    peaks = (middle > power[:, :-2]) & (middle > power[:, 2:]) & (middle >= 0.1 * greatest[:, None])
    first = (power[:, 0] > power[:, 1]) & (power[:, 0] >= 0.1 * greatest)
    half = n // 2
    change = shapes(x[:, half : 2 * half]) - shapes(x[:, :half])
    return [
        f[np.argmax(power, axis=1)], centroid, np.sqrt(variance),
        (dp * d).sum(axis=1) / variance**1.5, (dp * d * d).sum(axis=1) / variance**2,
        information, information / np.log2(len(f)),
        f[np.argmax(np.cumsum(p, axis=1) >= 0.85, axis=1)],
        np.exp(np.log(p).mean(axis=1)) * len(f), np.linalg.norm(change, axis=1), total,
        peaks.sum(axis=1) + first,
    ]


def with_numpy(windows):
    x = windows.reshape(-1, windows.shape[-1])
    features = np.stack(statistical(x) + frequency(x), axis=1)
    return features.reshape(len(windows), -1)


def with_tsfel(windows):
    import tsfel

    configuration = {}
    for domain in ("statistical", "temporal", "spectral"):
        configuration.update(tsfel.get_features_by_domain(domain))
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return tsfel.time_series_features_extractor(
            configuration, [w.T for w in windows], fs=RATE, verbose=0, n_jobs=None
        )


def main():
    name, batch, channels, length = sys.argv[1], *map(int, sys.argv[2:5])
    seconds = float(sys.argv[5]) if len(sys.argv) > 5 else 5.0
    rows = batch if name == "numpy" else min(batch, TSFEL_WINDOWS)
    windows = np.random.default_rng(42).uniform(-1, 1, (rows, channels, length))
    work = with_numpy if name == "numpy" else with_tsfel
    result = work(windows)
    print(f"numpy {np.__version__}, features {result.shape}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        work(windows)
        print(f"{(time.perf_counter() - start) * 1e3 * batch / rows:.3f}")


if __name__ == "__main__":
    main()
