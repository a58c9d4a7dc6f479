"""Writes the golden files of the package io.github.anomalydata.signal.

    python -m venv .venv && .venv/bin/pip install -r compat/signals/requirements.txt
    .venv/bin/python compat/golden/signals.py

Each line is a case: its name, its settings as key=value, a colon, the numbers. "x" names the input, made
by signal() here and by Inputs.of in the tests from the same recurrence of integers, and "n" its length.
"""

import pathlib
import platform
import warnings

import librosa
import numpy as np
import scipy
from scipy import signal as sp

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/signal"
INPUTS = ["noise", "constant", "impulse", "offset", "huge", "tiny"]
LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 30, 31, 63, 64, 97, 100, 128, 211, 257, 422]
WINDOWS = [
    ("hann",), ("hamming",), ("blackman",), ("flattop",), ("boxcar",), ("tukey", 0.0), ("tukey", 0.25),
    ("tukey", 0.6), ("tukey", 1.0), ("kaiser", 0.0), ("kaiser", 5.0), ("kaiser", 8.6), ("kaiser", 40.0),
]


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
        "huge": noise * 1e150,
        "tiny": noise * 1e-150,
    }[kind]


def case(name, settings, values):
    values = np.asarray(values)
    if np.iscomplexobj(values):
        values = np.stack([values.real, values.imag], -1)
    words = [name, *(f"{key}={value}" for key, value in settings.items()), ":"]
    return " ".join(words + [repr(float(value)) for value in values.ravel()])


def write(name, cases):
    tools = f"scipy {scipy.__version__}, librosa {librosa.__version__}, numpy {np.__version__}"
    header = f"# {tools}, Python {platform.python_version()}; made by compat/golden/signals.py"
    (OUT / f"{name}.txt").write_text("\n".join([header, *cases]) + "\n")


def fft():
    for n in LENGTHS:
        for kind in INPUTS:
            x = signal(kind, n)
            settings = {"x": kind, "n": n}
            spectrum = np.fft.rfft(x)
            yield case("forward", settings, spectrum)
            once = np.where((np.arange(n // 2 + 1) == 0) | (2 * np.arange(n // 2 + 1) == n), 1, 2)
            yield case("amplitude", settings, np.abs(spectrum) * once / n)
            if kind in ("noise", "offset"):
                yield case("power", settings, sp.periodogram(x, detrend=False, scaling="spectrum")[1])
                yield case("analytic", settings, sp.hilbert(x))
        yield case("frequencies", {"rate": 16000.0, "n": n}, np.fft.rfftfreq(n, 1 / 16000.0))


def windows():
    for window in WINDOWS:
        for n in [1, 2, 3, 4, 5, 8, 13, 31, 64]:
            spec = window if len(window) > 1 else window[0]
            settings = {"window": ",".join(map(str, window)), "n": n}
            yield case("periodic", settings, sp.get_window(spec, n, fftbins=True))
            yield case("symmetric", settings, sp.get_window(spec, n, fftbins=False))


def detrend():
    for n in [1, 2, 3, 4, 7, 30, 97]:
        for kind in INPUTS:
            x = signal(kind, n)
            for how in ("constant", "linear"):
                # A fit of two numbers to one sample is left out: scipy's depends on the solver.
                if n > 1:
                    yield case(how, {"x": kind, "n": n}, sp.detrend(x, type=how))


def spectra():
    settings = [
        {},
        {"fs": 16000.0},
        {"nperseg": 64},
        {"nperseg": 63, "noverlap": 31},
        {"nperseg": 50, "noverlap": 49, "nfft": 97},
        {"nperseg": 32, "noverlap": 0, "scaling": "spectrum"},
        {"nperseg": 32, "scaling": "spectrum", "sides": 2},
        {"nperseg": 31, "sides": 2, "nfft": 40},
        {"nperseg": 40, "detrend": "linear", "window": "hann"},
        {"nperseg": 41, "detrend": "none", "window": "hamming"},
        {"nperseg": 41, "window": "kaiser,8.6", "nfft": 64},
        {"nperseg": 1},
        {"nperseg": 2, "window": "boxcar"},
    ]
    for n in [1, 2, 7, 100, 257, 300]:
        for kind in ["noise", "offset"] if n == 100 else ["noise"]:
            x = signal(kind, n)
            for chosen in settings:
                if chosen.get("nperseg", 0) > n or (chosen.get("noverlap") == 49 and n > 100):
                    continue
                options = {k: v for k, v in chosen.items() if k not in ("sides", "window", "detrend")}
                options["return_onesided"] = chosen.get("sides", 1) == 1
                options["detrend"] = chosen.get("detrend", "constant")
                options["detrend"] = False if options["detrend"] == "none" else options["detrend"]
                if "window" in chosen:
                    name, *parameter = chosen["window"].split(",")
                    options["window"] = (name, float(parameter[0])) if parameter else name
                key = {"x": kind, "n": n, **chosen}
                # A window of weights 0 divides by 0 in scipy: the result is NaN.
                with warnings.catch_warnings(), np.errstate(all="ignore"):
                    warnings.simplefilter("ignore")
                    f, t, sxx = sp.spectrogram(x, **options)
                    if np.isfinite(sxx).all():
                        yield case("spectrogram", key, sxx)
                        yield case("f", key, f)
                        yield case("t", key, t)
                    for average in ["mean", "median"]:
                        f, pxx = sp.welch(x, average=average, **options)
                        if np.isfinite(pxx).all():
                            yield case("welch", {**key, "average": average}, pxx)


def modes():
    settings = [
        {"nperseg": 64},
        {"nperseg": 33, "noverlap": 20, "window": "hann"},
        {"nperseg": 20, "nfft": 32, "scaling": "spectrum", "detrend": "linear"},
        {"nperseg": 20, "nfft": 27, "sides": 2, "detrend": "none"},
        {"nperseg": 16, "sides": 2, "window": "kaiser,8.6"},
    ]
    for n in [64, 101]:
        x = signal("noise", n)
        for chosen in settings:
            options = {k: v for k, v in chosen.items() if k not in ("sides", "window", "detrend")}
            options["return_onesided"] = chosen.get("sides", 1) == 1
            detrend = chosen.get("detrend", "constant")
            options["detrend"] = False if detrend == "none" else detrend
            if "window" in chosen:
                name, *parameter = chosen["window"].split(",")
                options["window"] = (name, float(parameter[0])) if parameter else name
            for mode in ["psd", "complex", "magnitude", "angle", "phase"]:
                sxx = sp.spectrogram(x, mode=mode, **options)[2]
                yield case("mode", {"x": "noise", "n": n, **chosen, "mode": mode}, sxx)


def floats():
    """What the tools make of single precision, which they compute in."""
    for n in [16, 97, 300]:
        x = signal("noise", n).astype(np.float32)
        key = {"x": "noise", "n": n}
        yield case("spectrogram", key, sp.spectrogram(x)[2])
        yield case("welch", key, sp.welch(x)[1])
        yield case("stft", key, librosa.stft(x, n_fft=16))
        yield case("fft", key, np.fft.rfft(x))
        yield case("analytic", key, sp.hilbert(x))
        for how in ["constant", "linear"]:
            yield case(how, key, sp.detrend(x, type=how))


def stft():
    settings = [
        {"n_fft": 64},
        {"n_fft": 64, "hop_length": 20, "win_length": 40},
        {"n_fft": 63, "hop_length": 16},
        {"n_fft": 64, "pad_mode": "reflect"},
        {"n_fft": 64, "pad_mode": "edge"},
        {"n_fft": 50, "hop_length": 9, "pad_mode": "symmetric"},
        {"n_fft": 32, "hop_length": 32, "center": False},
        {"n_fft": 32, "hop_length": 8, "window": "hamming", "center": False},
        {"n_fft": 97, "hop_length": 30, "win_length": 96, "pad_mode": "reflect"},
    ]
    for n in [1, 2, 20, 97, 200]:
        for chosen in settings:
            if n < chosen["n_fft"] and not chosen.get("center", True):
                continue
            options = {"pad_mode": "constant", **chosen}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                spectrum = librosa.stft(signal("noise", n), **options)
            yield case("stft", {"x": "noise", "n": n, **chosen}, spectrum)
            options.pop("pad_mode")
            changed = spectrum * (1 + np.arange(spectrum.shape[0]))[:, None]
            yield case("istft", {"x": "noise", "n": n, **chosen}, librosa.istft(changed, **options))
            exact = librosa.istft(changed, length=n, **options)
            yield case("istft", {"x": "noise", "n": n, "length": n, **chosen}, exact)


def butterworth():
    bands = [
        ("lowpass", 0.05), ("lowpass", 0.23), ("highpass", 0.02), ("highpass", 0.31),
        ("bandpass", (0.05, 0.12)), ("bandpass", (0.01, 0.4)), ("bandstop", (0.1, 0.14)),
        ("bandstop", (0.02, 0.37)),
    ]
    for kind, cut in bands:
        for order in range(1, 9):
            sos = sp.butter(order, cut, kind, fs=1.0, output="sos")
            cuts = ",".join(map(str, np.atleast_1d(cut)))
            yield case("sos", {"type": kind, "order": order, "cut": cuts}, sos)
            if order in (1, 2, 3, 4):
                for n in [60, 127]:
                    key = {"type": kind, "order": order, "cut": cuts, "x": "offset", "n": n}
                    yield case("sosfilt", key, sp.sosfilt(sos, signal("offset", n)))
                    yield case("sosfiltfilt", key, sp.sosfiltfilt(sos, signal("offset", n)))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for cases in (fft, windows, detrend, spectra, modes, floats, stft, butterworth):
        write(cases.__name__, cases())


if __name__ == "__main__":
    main()
