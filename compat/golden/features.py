"""Writes the golden files of the package io.github.anomalydata.feature.

    python -m venv .venv && .venv/bin/pip install -r compat/features/requirements.txt
    .venv/bin/python compat/golden/features.py

A line is one signal and its features: the input's name, length and rate as key=value, then tab-separated
feature=value. signal() makes the inputs here, Inputs.of in the tests. A feature is left out where the tool
fails or gives NaN or infinity, and where what it gives is nothing but rounding.
"""

import pathlib
import platform
import warnings
from importlib.metadata import version

import numpy as np
import pywt
import scipy.signal
import scipy.stats

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/feature"
INPUTS = ["noise", "constant", "impulse", "offset", "steps", "huge", "tiny"]
LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 25, 31, 50, 64, 97, 100, 211]
RATE = 100.0


def signal(kind, n):
    state, noise = 12345, np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2.0**31 - 1
    return {
        "noise": noise,
        "constant": np.full(n, 3.25),
        "impulse": np.where(np.arange(n) == n // 3, 1.0, 0.0),
        "offset": noise + 500,
        "steps": np.floor(4 * noise),
        "huge": noise * 1e150,
        "tiny": noise * 1e-150,
    }[kind]


def statistical(x):
    n, centred = len(x), x - np.mean(x)
    magnitude, rms, step = np.abs(x), np.sqrt(np.mean(x**2)), np.diff(x)
    peak = magnitude.max()
    moving = np.std(x) > 0
    yield "mean", np.mean(x)
    yield "std", np.std(x)
    yield "std_sample", np.std(x, ddof=1)
    yield "variance", np.var(x)
    yield "variance_sample", np.var(x, ddof=1)
    yield "min", np.min(x)
    yield "max", np.max(x)
    yield "median", np.median(x)
    for q in (0, 0.05, 0.25, 0.5, 0.75, 0.9, 1):
        yield f"quantile:{q}", np.quantile(x, q)
    yield "iqr", scipy.stats.iqr(x)
    yield "skewness", scipy.stats.skew(x)
    yield "kurtosis", scipy.stats.kurtosis(x)
    yield "kurtosis_pearson", scipy.stats.kurtosis(x, fisher=False)
    if n > 2:
        yield "skewness_unbiased", scipy.stats.skew(x, bias=False)
    if n > 3:
        yield "kurtosis_unbiased", scipy.stats.kurtosis(x, bias=False)
        yield "kurtosis_pearson_unbiased", scipy.stats.kurtosis(x, bias=False, fisher=False)
    yield "rms", rms
    yield "peak_to_peak", np.ptp(x)
    yield "peak", peak
    yield "mean_magnitude", np.mean(magnitude)
    yield "crest_factor", peak / rms
    yield "shape_factor", rms / np.mean(magnitude)
    yield "impulse_factor", peak / np.mean(magnitude)
    yield "clearance_factor", peak / np.mean(np.sqrt(magnitude)) ** 2
    yield "energy", np.sum(x**2)
    yield "mean_absolute_deviation", np.mean(np.abs(centred))
    yield "median_absolute_deviation", scipy.stats.median_abs_deviation(x)
    for bins in (2, 10, 37):
        # numpy refuses a range as narrow as that of a constant tiny signal.
        counts = np.histogram(x if moving else x / peak, bins)[0]
        yield f"entropy:{bins}", scipy.stats.entropy(counts, base=2)
    for lag in (1, 2, 3, 10):
        if lag < n and moving:
            yield f"autocorrelation:{lag}", np.sum(centred[lag:] * centred[:-lag]) / np.sum(centred**2)
    yield "hjorth_activity", np.var(x)
    if n > 1:
        yield "zero_crossing_rate", np.count_nonzero(np.diff(x < 0)) / (n - 1)
        signs = np.sign(x)[np.sign(x) != 0]
        yield "zero_crossing_rate_hold", np.count_nonzero(np.diff(signs)) / (n - 1)
        yield "mean_crossing_rate", np.count_nonzero(np.diff(x < np.mean(x))) / (n - 1)
        yield "line_length", np.sum(np.abs(step))
        yield "hjorth_mobility", np.std(step) / np.std(x)
    if n > 2:
        yield "hjorth_complexity", (np.std(np.diff(step)) / np.std(step)) / (np.std(step) / np.std(x))
        slope = scipy.stats.linregress(np.arange(n), x / peak).slope * peak
        yield "slope", slope
    yield "peak_count", len(scipy.signal.find_peaks(x)[0])


def unit(spectrum):
    magnitude = np.abs(spectrum[1:])
    norm = np.linalg.norm(magnitude)
    return magnitude / norm if norm > 0 else magnitude


def frequency(x):
    n = len(x)
    if n < 2 or np.ptp(x) == 0:
        return
    # Powers by scipy; those of tiny signals would leave the range of a double.
    scale = np.abs(x).max()
    f, power = scipy.signal.periodogram(x / scale, RATE, scaling="spectrum")
    f, power = f[1:], power[1:]
    total, p = np.sum(power), power / np.sum(power)
    centroid = np.sum(f * p)
    spread = np.sqrt(np.sum((f - centroid) ** 2 * p))
    yield "total_power", total * scale * scale
    for low, high in ((0, 10), (10, 20.5), (12.5, np.inf)):
        chosen = (f >= low) & (f < high)
        yield f"band_power:{low}:{high}", np.sum(power[chosen]) * scale * scale
        yield f"band_power_ratio:{low}:{high}", np.sum(p[chosen])
    yield "spectral_centroid", centroid
    if n > 3:
        yield "spectral_spread", spread
        skewness = np.sum((f - centroid) ** 3 * p) / spread**3
        yield "spectral_skewness", skewness if abs(skewness) > 1e-9 else np.nan
        yield "spectral_kurtosis", np.sum((f - centroid) ** 4 * p) / spread**4
        yield "spectral_entropy", scipy.stats.entropy(p, base=2)
        yield "spectral_entropy_normalized", scipy.stats.entropy(p, base=2) / np.log2(len(p))
        yield "spectral_flatness", scipy.stats.gmean(power) / np.mean(power)
    # The spectrum of an impulse is flat: which bin is the greatest is up to rounding.
    if len(np.unique(np.round(p, 12))) == len(p):
        yield "dominant_frequency", f[np.argmax(power)]
        for part in (0.5, 0.85, 1):
            yield f"spectral_rolloff:{part}", f[min(len(f) - 1, np.searchsorted(np.cumsum(p), part))]
        for part in (0, 0.1, 0.7):
            peaks = scipy.signal.find_peaks(np.r_[0, power], height=part * power.max())
            yield f"spectral_peak_count:{part}", len(peaks[0])
    for frames in (2, 3):
        length = n // frames
        if length > 1:
            parts = (x / scale)[: frames * length].reshape(frames, length)
            spectra = [unit(np.fft.rfft(part - np.mean(part))) for part in parts]
            flux = [np.linalg.norm(b - a) for a, b in zip(spectra[:-1], spectra[1:])]
            if np.mean(flux) > 1e-9:
                yield f"spectral_flux:{frames}", np.mean(flux)


def wavelet(x):
    for name, mode, level in (("db4", "symmetric", 2), ("haar", "periodization", 3), ("sym5", "zero", 1)):
        if pywt.dwt_max_level(len(x), name) < level or np.ptp(x) == 0:
            continue
        bands = pywt.wavedec(x, name, mode, level)
        names = [f"cA{level}"] + [f"cD{i}" for i in range(level, 0, -1)]
        energies = np.array([np.sum(c**2) for c in bands])
        for c, energy, band in zip(bands, energies, names):
            place = f":{name}:{mode}:{level}:{band}"
            # Coefficients that are nothing but rounding say nothing.
            if energy > 1e-20 * energies.sum():
                yield "wavelet_energy" + place, energy
                yield "wavelet_relative_energy" + place, energy / energies.sum()
                yield "wavelet_band_entropy" + place, scipy.stats.entropy(c**2 / energy, base=2)
                yield "wavelet_mean" + place, np.mean(c)
                yield "wavelet_std" + place, np.std(c)
                yield "wavelet_min" + place, np.min(c)
                yield "wavelet_max" + place, np.max(c)
                yield "wavelet_skewness" + place, scipy.stats.skew(c)
                yield "wavelet_kurtosis" + place, scipy.stats.kurtosis(c)
        yield f"wavelet_entropy:{name}:{mode}:{level}", scipy.stats.entropy(energies, base=2)


def tsfresh(x):
    from tsfresh.feature_extraction import MinimalFCParameters, feature_calculators

    for name in MinimalFCParameters():
        yield name, getattr(feature_calculators, name)(x)


def is_rounding(x, domain, name):
    """Tells where rounding decides what tsfel gives: what has no part in a signal is not quite 0."""
    moving = np.ptp(x) > 0
    flat = np.count_nonzero(x) == 1
    scaled = not 1e-100 < np.abs(x).max() < 1e100
    return (
        (not moving and (domain == "spectral" or name == "Slope"))
        or (flat and name in UNSTABLE_WHEN_FLAT)
        # Powers of small magnitudes leave the range of a double, autocorrelations that of a float.
        or (scaled and name in ("LPCC", "MFCC", "Spectral entropy"))
    )


UNSTABLE_WHEN_FLAT = [
    "Fundamental frequency",
    "Median frequency",
    "Spectral decrease",
    "Spectral entropy",
    "Spectral positive turning points",
    "Spectral skewness",
    "Spectral slope",
    "Spectral variation",
    "Wavelet absolute mean",
]


def tsfel(x):
    import tsfel

    if len(x) < 12:
        return
    configuration = tsfel.get_features_by_domain()
    for domain in ("statistical", "temporal", "spectral"):
        for name, feature in configuration[domain].items():
            if feature["use"] != "yes":
                continue
            if is_rounding(x, domain, name):
                continue
            single = {domain: {name: feature}}
            values = tsfel.time_series_features_extractor(single, x, fs=RATE, verbose=0, n_jobs=None)
            for column in values.columns:
                value = values[column].iloc[0]
                yield column.removeprefix("0_"), np.nan if value is None else value


def line(kind, n, features):
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        values = [(name, float(value)) for name, value in features(signal(kind, n))]
    cells = [f"{name}={value!r}" for name, value in values if np.isfinite(value)]
    return "\t".join([f"x={kind} n={n}", *cells])


def write(name, tools, features):
    made = ", ".join(f"{tool} {version(tool)}" for tool in tools)
    header = f"# {made}, Python {platform.python_version()}; made by compat/golden/features.py"
    lines = [line(kind, n, features) for n in LENGTHS for kind in INPUTS]
    (OUT / f"{name}.txt").write_text("\n".join([header, *lines]) + "\n")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    write("statistical", ["scipy", "numpy"], statistical)
    write("frequency", ["scipy", "numpy"], frequency)
    write("wavelet", ["PyWavelets", "scipy", "numpy"], wavelet)
    write("tsfel", ["tsfel", "scipy", "numpy"], tsfel)
    write("tsfresh", ["tsfresh", "numpy"], tsfresh)


if __name__ == "__main__":
    main()
