"""Writes the table of low-pass filters of the package io.github.anomalydata.signal.wavelet.

    python -m venv .venv && .venv/bin/pip install -r compat/wavelet/requirements.txt
    .venv/bin/python compat/wavelet/filters.py

An orthogonal wavelet has one line, its decomposition low-pass filter; a biorthogonal one has two, that
of the decomposition and that of the reconstruction. The rest of the bank, and the reverse biorthogonal
wavelets, follow from these, which is checked here, as are the equations that define a filter bank.
"""

import pathlib
import platform
from importlib.metadata import version

import numpy as np
import pywt

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/main/resources/io/github/anomalydata/signal/wavelet/filters.txt"
SPLINES = "1.1 1.3 1.5 2.2 2.4 2.6 2.8 3.1 3.3 3.5 3.7 3.9 4.4 5.5 6.8".split()
ORTHOGONAL = (
    [f"db{order}" for order in range(1, 21)]
    + [f"sym{order}" for order in range(2, 21)]
    + [f"coif{order}" for order in range(1, 6)]
)


def residual(dec_lo, rec_lo):
    """How far the low-pass filters are from being biorthogonal to their even shifts, sum sqrt(2)."""
    product = np.convolve(dec_lo, rec_lo)
    middle = len(dec_lo) - 1
    expected = np.zeros(len(product))
    expected[middle] = 1
    even = slice(middle % 2, None, 2)
    sums = [abs(sum(filt) - np.sqrt(2)) for filt in (dec_lo, rec_lo)]
    return max(np.abs(product - expected)[even].max(), *sums)


def check_bank(wavelet):
    dec_lo, dec_hi, rec_lo, rec_hi = (np.array(filt) for filt in wavelet.filter_bank)
    sign = (-1.0) ** np.arange(len(dec_lo))
    assert np.array_equal(dec_hi, -sign * rec_lo), wavelet.name
    assert np.array_equal(rec_hi, sign * dec_lo), wavelet.name
    if wavelet.orthogonal:
        assert np.array_equal(rec_lo, dec_lo[::-1]), wavelet.name
    return residual(dec_lo, rec_lo)


def line(name, side, values):
    return " ".join([name, side, *(repr(float(value)) for value in values)])


def main():
    body = []
    worst = 0
    for name in ORTHOGONAL:
        wavelet = pywt.Wavelet(name)
        worst = max(worst, check_bank(wavelet))
        body.append(line(name, "dec", wavelet.dec_lo))
    for order in SPLINES:
        wavelet = pywt.Wavelet(f"bior{order}")
        reverse = pywt.Wavelet(f"rbio{order}")
        worst = max(worst, check_bank(wavelet), check_bank(reverse))
        assert reverse.dec_lo == wavelet.rec_lo[::-1] and reverse.rec_lo == wavelet.dec_lo[::-1]
        body.append(line(wavelet.name, "dec", wavelet.dec_lo))
        body.append(line(wavelet.name, "rec", wavelet.rec_lo))
    header = [
        "# Made by compat/wavelet/filters.py: do not edit.",
        f"# PyWavelets {version('PyWavelets')}, numpy {np.__version__}, Python {platform.python_version()}",
        f"# Largest error of the equations of a filter bank: {worst:.1e}",
    ]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(header + body) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
