"""Writes the golden files of the package io.github.anomalydata.signal.wavelet.

    python -m venv .venv && .venv/bin/pip install -r compat/wavelet/requirements.txt
    .venv/bin/python compat/golden/wavelet.py

A line is a case: its parameters, then its arrays, separated by " | ". What goes into a transform is
"signal" below, which the tests compute too.
"""

import pathlib
import platform
from importlib.metadata import version

import numpy as np
import pywt

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/signal/wavelet"
SPLINES = "1.1 1.3 1.5 2.2 2.4 2.6 2.8 3.1 3.3 3.5 3.7 3.9 4.4 5.5 6.8".split()
NAMES = (
    ["haar"]
    + [f"db{order}" for order in range(1, 21)]
    + [f"sym{order}" for order in range(2, 21)]
    + [f"coif{order}" for order in range(1, 6)]
    + [f"bior{order}" for order in SPLINES]
    + [f"rbio{order}" for order in SPLINES]
)
MODES = pywt.Modes.modes
LENGTHS = [1, 2, 3, 7, 8, 16, 17, 31]
FEW = ["haar", "db2", "db4", "sym5", "coif1", "bior3.3", "rbio2.2"]


def signal(length, seed=0):
    i = np.arange(length, dtype=float)
    return np.sin(0.7 * i + seed) + 0.3 * np.cos(2.9 * i - seed) + 0.05 * i


def text(values, digits):
    return " ".join(f"{value:.{digits}g}" for value in values)


def case(parameters, arrays, digits=14):
    return " | ".join([" ".join(map(str, parameters)), *(text(array, digits) for array in arrays)])


def write(name, cases):
    header = [
        "# Made by compat/golden/wavelet.py: do not edit.",
        f"# PyWavelets {version('PyWavelets')}, numpy {np.__version__}, Python {platform.python_version()}",
    ]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text("\n".join(header + list(cases)) + "\n", encoding="ascii")


def banks():
    for name in NAMES:
        yield case([name], pywt.Wavelet(name).filter_bank, 17)


def dwt():
    for w, name in enumerate(NAMES):
        for m, mode in enumerate(MODES):
            some = [LENGTHS[(w + 3 * m) % len(LENGTHS)]]
            for length in LENGTHS if name in FEW else some:
                if length == 1 and "reflect" in mode:
                    continue  # which PyWavelets refuses
                yield case([name, mode, length], pywt.dwt(signal(length), name, mode))


def idwt():
    for w, name in enumerate(NAMES):
        for mode in ["symmetric", "periodization"]:
            length = pywt.Wavelet(name).dec_len // 2 + w % 5
            yield case(
                [name, mode, length],
                [pywt.idwt(signal(length), signal(length, 1), name, mode)],
            )
        if name in FEW:
            for length in range(1, 6):
                yield case(
                    [name, "periodization", length],
                    [pywt.idwt(signal(length), signal(length, 1), name, "periodization")],
                )


def wavedec():
    for w, name in enumerate(NAMES):
        wavelet = pywt.Wavelet(name)
        mode = MODES[w % len(MODES)]
        length = 4 * (wavelet.dec_len - 1) + w % 7
        level = pywt.dwt_max_level(length, wavelet)
        yield case([name, mode, length, level], pywt.wavedec(signal(length), name, mode, level))
    for name, length, level in [("db4", 1000, 3), ("haar", 63, 3), ("db4", 64, 3), ("haar", 1, 0)]:
        bands = pywt.wavedec(signal(length), name, level=level)
        yield case([name, "symmetric", length, level], bands)


def waverec():
    for mode in MODES:
        for name, length in [("db4", 101), ("haar", 63), ("bior3.3", 77), ("sym5", 90)]:
            bands = pywt.wavedec(signal(length), name, mode)
            changed = [band * 0.9 ** np.arange(len(band)) for band in bands]
            level = len(bands) - 1
            yield case([name, mode, length, level], [pywt.waverec(changed, name, mode)])


def levels():
    for name in NAMES:
        lengths = [1, 2, 3, 5, 6, 7, 8, 13, 14, 15, 27, 28, 29, 63, 64, 100, 1023, 160_000]
        levels = [pywt.dwt_max_level(length, pywt.Wavelet(name)) for length in lengths]
        yield case([name], [lengths, levels])


def swt():
    for w, name in enumerate(NAMES):
        level = 1 + w % 3
        length = 2**level * (1 + w % 4)
        norm = w % 5 == 4
        pairs = pywt.swt(signal(length), name, level, norm=norm)
        inverse = pywt.iswt([(a, d * 0.5) for a, d in pairs], name, norm=norm)
        arrays = [array for pair in pairs for array in pair]
        yield case([name, length, level, str(norm).lower()], [*arrays, inverse])
    yield case(["haar", 16, 4, "false"], [a for p in pywt.swt(signal(16), "haar") for a in p] + [signal(16)])


def packets():
    for mode in MODES:
        for name, length, level in [("db2", 37, 3), ("haar", 16, 2), ("bior2.2", 41, 2)]:
            tree = pywt.WaveletPacket(signal(length), name, mode, maxlevel=level)
            for order in ["natural", "freq"]:
                nodes = tree.get_level(level, order)
                paths = ",".join(node.path for node in nodes)
                arrays = [node.data for node in nodes]
                if order == "natural" or mode == "zero":
                    yield case([name, mode, length, level, order, paths], arrays)


def cwt():
    scales = [1, 1.5, 2, 3.7, 8, 20]
    for name in ["morl", "mexh"]:
        for method in ["conv", "fft"]:
            for length in [1, 2, 17, 64]:
                values, _ = pywt.cwt(signal(length), scales, name, method=method)
                yield case([name, method, length], [scales, *values])
        for precision in [8, 10]:
            values, _ = pywt.cwt(signal(23), scales, name, precision=precision)
            yield case([name, f"precision{precision}", 23], [scales, *values])


def floats():
    """What PyWavelets makes of single precision, which it computes in."""
    for w, name in enumerate(NAMES):
        x = signal(200).astype(np.float32)
        level = min(3, pywt.dwt_max_level(200, pywt.Wavelet(name)))
        bands = pywt.wavedec(x, name, MODES[w % len(MODES)], level)
        yield case([name, MODES[w % len(MODES)], 200, level], bands)


def frequencies():
    scales = np.array([0.5, 1, 1.5, 2, 3.7, 8, 20, 128])
    for name in ["morl", "mexh"]:
        for precision in [8, 10, 12]:
            yield case([name, precision], [scales, pywt.scale2frequency(name, scales, precision)])


def main():
    for make in [banks, dwt, idwt, wavedec, waverec, levels, swt, packets, cwt, floats, frequencies]:
        write(make.__name__ + ".txt", make())


if __name__ == "__main__":
    main()
