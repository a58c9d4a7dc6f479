"""Writes the golden files of the package io.github.anomalydata.audio.spectral, and of Resampler.

    python -m venv .venv && .venv/bin/pip install -r compat/audio/requirements.txt
    .venv/bin/python compat/golden/spectral.py [FOLDER]

Each line is a case: its name, its settings as key=value, a colon, the numbers. "x" names the input, made
by signal() here and by SpectralGolden.input in the tests, and "n" its length. Numbers are in double
precision, those of floats.txt in librosa's single one.

real.txt, written if the FOLDER of real MIMII recordings is given: mean, deviation and the two corners of the
features of the preset mimii2019 of channel 0 of each WAV file below it.
"""

import pathlib
import platform
import sys
import warnings

import librosa
import numpy as np
import scipy
import scipy.signal
import soundfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-audio/src/test/resources/io/github/anomalydata/audio/spectral"
EPS = 2.0**-52
PRESETS = {
    "librosa": dict(sr=22050, n_fft=2048, hop_length=512, n_mels=128),
    "torchaudio": dict(
        sr=16000, n_fft=400, hop_length=200, n_mels=128, htk=True, norm=None, pad_mode="reflect"
    ),
    "mimii2019": dict(sr=16000, n_fft=1024, hop_length=512, n_mels=64, pad_mode="reflect"),
    "dcase2020": dict(sr=16000, n_fft=1024, hop_length=512, n_mels=128, pad_mode="reflect"),
}
OTHERS = {
    "band": dict(sr=16000, n_fft=512, hop_length=100, n_mels=20, fmin=300.0, fmax=5000.0, htk=True),
    "window": dict(sr=8000, n_fft=256, hop_length=128, win_length=200, window="hamming", n_mels=16, power=1.0),
    "left": dict(sr=16000, n_fft=255, hop_length=90, n_mels=12, norm=None, center=False, power=1.5),
}
BANK = ("sr", "n_fft", "n_mels", "fmin", "fmax", "htk", "norm")


def signal(kind, n):
    state, noise = 12345, np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2.0**31 - 1
    t = np.arange(n)
    hum = 0.5 * np.sin(0.05 * t) + 0.25 * np.sin(0.31 * t + 1) + 0.01 * noise
    return {
        "noise": noise,
        "hum": hum,
        "fading": hum * np.exp(-t / 150.0),
        "silence": np.zeros(n),
    }[kind]


def case(name, settings, values):
    words = [name, *(f"{key}={value}" for key, value in settings.items()), ":"]
    return " ".join(words + [repr(float(value)) for value in np.asarray(values).ravel()])


def write(name, cases):
    tools = f"librosa {librosa.__version__}, scipy {scipy.__version__}, numpy {np.__version__}"
    header = f"# {tools}, Python {platform.python_version()}; made by compat/golden/spectral.py"
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.txt").write_text("\n".join([header, *cases]) + "\n")


def mel(x, options):
    if options.get("pad_mode") == "reflect":
        # librosa pads the end of the last frames only, and so reflects some samples twice where a signal is
        # a whole number of hops; librosa before 0.10 and torchaudio pad the signal.
        x = np.pad(x, options["n_fft"] // 2, mode="reflect")
        options = {**options, "center": False}
    return librosa.feature.melspectrogram(y=x, dtype=np.float64, **options)


def filters():
    for name, options in {**PRESETS, **OTHERS}.items():
        bank = librosa.filters.mel(dtype=np.float64, **{k: v for k, v in options.items() if k in BANK})
        settings = {"options": name, "bands": bank.shape[0], "bins": bank.shape[1]}
        yield case("places", settings, np.flatnonzero(bank))
        yield case("weights", settings, bank[bank != 0])
        edges = librosa.mel_frequencies(
            options["n_mels"] + 2,
            fmin=options.get("fmin", 0),
            fmax=options.get("fmax", options["sr"] / 2),
            htk=options.get("htk", False),
        )
        yield case("centres", settings, edges[1:-1])


def mels():
    for name, options in {**PRESETS, **OTHERS}.items():
        for kind, n in (("noise", 2300), ("hum", 2300), ("fading", 1500)):
            yield case("mel", {"options": name, "x": kind, "n": n}, mel(signal(kind, n), options))


def levels():
    x = signal("fading", 1500)
    power = mel(x, PRESETS["mimii2019"])
    settings = {"x": "fading", "n": 1500}
    for ref in (1.0, 0.25, "max"):
        for top in (80.0, 30.0, None):
            for amin in (1e-10, 1e-4):
                how = {"ref": ref, "top_db": top, "amin": amin, **settings}
                reference = np.max if ref == "max" else ref
                yield case("power", how, librosa.power_to_db(power, ref=reference, top_db=top, amin=amin))
                yield case(
                    "amplitude", how, librosa.amplitude_to_db(power, ref=reference, top_db=top, amin=amin)
                )
    silent = {"ref": "max", "top_db": 80.0, "amin": 1e-10, "x": "silence", "n": 1500}
    yield case("power", silent, librosa.power_to_db(np.zeros_like(power), ref=np.max))


def presets():
    for name, options in PRESETS.items():
        for kind, n in (("noise", 4000), ("fading", 4000)):
            power = mel(signal(kind, n), options)
            settings = {"options": name, "x": kind, "n": n}
            if name == "librosa":
                yield case("image", settings, librosa.power_to_db(power))
            elif name == "torchaudio":
                yield case("image", settings, librosa.power_to_db(power, top_db=None))
            else:
                level = 20.0 / 2.0 * np.log10(power + EPS)
                yield case("image", settings, level)
                count = level.shape[1] - 5 + 1
                vectors = np.zeros((count, 5 * level.shape[0]))
                for t in range(5):
                    vectors[:, level.shape[0] * t : level.shape[0] * (t + 1)] = level[:, t : t + count].T
                yield case("vectors", settings, vectors)


def cepstra():
    for kind, n in (("noise", 3000), ("fading", 3000)):
        level = librosa.power_to_db(mel(signal(kind, n), PRESETS["mimii2019"]))
        for count, lifter in ((20, 0), (13, 22), (64, 5.5), (1, 0)):
            settings = {"n_mfcc": count, "lifter": lifter, "x": kind, "n": n}
            yield case("mfcc", settings, librosa.feature.mfcc(S=level, n_mfcc=count, lifter=lifter))


def deltas():
    x = signal("noise", 120).reshape(4, 30)
    for width, order in ((9, 1), (9, 2), (3, 1), (5, 4), (15, 3)):
        for mode in ("interp", "nearest", "mirror", "constant", "wrap"):
            for frames in (30, 15, 4):
                if mode != "interp" or frames >= width:
                    settings = {"width": width, "order": order, "mode": mode, "frames": frames, "x": "noise", "n": 120}
                    rows = x.reshape(-1, frames)
                    yield case("delta", settings, librosa.feature.delta(rows, width=width, order=order, mode=mode))


def energies():
    for name in ("mimii2019", "band"):
        power = mel(signal("fading", 2300), {**OTHERS, **PRESETS}[name]) * 2.0**31
        settings = {"options": name, "x": "fading", "n": 2300}
        for how in (
            {},
            {"gain": 0.8, "bias": 10.0, "power": 0.25},
            {"time_constant": 0.06, "eps": 1e-3},
            {"power": 0.0},
            {"bias": 0.0},
            {"sr": 16000.0, "hop_length": 256},
        ):
            yield case("pcen", {**how, **settings}, librosa.pcen(power, **how))


def shapes():
    feature = librosa.feature
    for kind, n in (("noise", 5000), ("hum", 5000), ("fading", 5000), ("silence", 2000)):
        for sr, fft, hop in ((22050, 2048, 512), (16000, 1024, 300)):
            settings = {"sr": sr, "n_fft": fft, "hop_length": hop, "x": kind, "n": n}
            how = {"sr": sr, "S": np.abs(librosa.stft(signal(kind, n), n_fft=fft, hop_length=hop))}
            yield case("centroid", settings, feature.spectral_centroid(**how))
            yield case("bandwidth", settings, feature.spectral_bandwidth(**how))
            for bands, fmin, quantile in ((6, 200.0, 0.02), (3, 100.0, 0.2)):
                other = {"n_bands": bands, "fmin": fmin, "quantile": quantile}
                yield case("contrast", {**other, **settings}, feature.spectral_contrast(**how, **other))


def resampled():
    for up, down in ((1, 2), (2, 1), (160, 441), (3, 2), (2, 3), (147, 160), (1, 7)):
        for kind, n in (("noise", 300), ("hum", 101), ("noise", 1), ("hum", 7)):
            settings = {"up": up, "down": down, "x": kind, "n": n}
            yield case("resample", settings, scipy.signal.resample_poly(signal(kind, n), up, down))


def stretched():
    for kind, n, rate in (("hum", 3000, 0.8), ("fading", 3000, 1.3), ("noise", 700, 2.0)):
        settings = {"rate": rate, "x": kind, "n": n}
        yield case("stretch", settings, librosa.effects.time_stretch(signal(kind, n), rate=rate))


def floats():
    for name, options in PRESETS.items():
        x = signal("noise", 2300).astype(np.float32)
        power = librosa.feature.melspectrogram(y=x, **options)
        assert power.dtype == np.float32
        yield case("mel", {"options": name, "x": "noise", "n": 2300}, power)


def real(folder):
    for path in sorted(folder.rglob("*.wav")):
        x, rate = soundfile.read(path, dtype="float64", always_2d=True)
        assert rate == 16000
        level = 10 * np.log10(mel(x[:, 0], PRESETS["mimii2019"]) + EPS)
        name = path.relative_to(folder).as_posix()
        yield case("real", {"file": name}, [level.mean(), level.std(), level[0, 0], level[-1, -1]])


def main():
    warnings.simplefilter("ignore")
    write("filters", filters())
    write("mel", mels())
    write("levels", levels())
    write("presets", presets())
    write("mfcc", cepstra())
    write("deltas", deltas())
    write("pcen", energies())
    write("shapes", shapes())
    write("resampled", resampled())
    write("stretched", stretched())
    write("floats", floats())
    if len(sys.argv) > 1:
        write("real", real(pathlib.Path(sys.argv[1])))


if __name__ == "__main__":
    main()
