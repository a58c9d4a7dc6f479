"""Transform batches of signals with PyWavelets, scipy and librosa: the peer of DwtBenchmark and
SpectrumBenchmark.

Usage: signals.py WORK BATCH THREADS [SECONDS]; prints the milliseconds of each round.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import librosa
import numpy as np
import pywt
import scipy.signal

LENGTH = 160_000

WORK = {
    "decompose": lambda x: pywt.wavedec(x, "db4", level=4),
    "spectrogram": lambda x: scipy.signal.spectrogram(x),
    "stft": lambda x: scipy.signal.stft(x, nperseg=1024, noverlap=512),
    "librosa-stft": lambda x: librosa.stft(x, n_fft=1024, hop_length=512),
    "welch": lambda x: scipy.signal.welch(x),
}


def main():
    name, batch, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 3.0
    work = WORK[name]
    signals = np.random.default_rng(1).random((batch, LENGTH))
    if batch == 1:
        signals = signals[0]

    def serial():
        work(signals)

    def one_by_one():
        for row in signals:
            work(row)

    with ThreadPoolExecutor(threads) as pool:

        def threaded():
            list(pool.map(work, signals))

        # Which is fastest differs from tool to tool: each way is tried, and the best one timed.
        ways = [serial] if batch == 1 else [serial, one_by_one]
        ways += [threaded] if threads > 1 else []

        def seconds_of(way):
            start = time.perf_counter()
            way()
            return time.perf_counter() - start

        best = min(ways, key=lambda way: min(seconds_of(way) for _ in range(10)))
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            print(f"{seconds_of(best) * 1e3:.4f}")


if __name__ == "__main__":
    main()
