"""The peer of LogMelBenchmark: the log-mel spectrogram of a clip of 10 s at 16 kHz with librosa, on one thread.

Usage: audio.py mimii2019|dcase2020 call|parts [SECONDS]; prints the milliseconds of each round.

call: librosa.feature.melspectrogram, as the baselines call it, which makes its filters anew every time. parts: its
steps with filters that are made once.
"""

import os

for pool in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{pool}_NUM_THREADS"] = "1"

import sys
import time

import librosa
import numpy as np

BANDS = {"mimii2019": 64, "dcase2020": 128}
EPSILON = np.float32(2.0**-52)


def main():
    preset, way = sys.argv[1:3]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 5.0
    clip = np.random.default_rng(42).uniform(-1, 1, 160_000).astype(np.float32)
    filters = librosa.filters.mel(sr=16_000, n_fft=1024, n_mels=BANDS[preset])
    frames = dict(n_fft=1024, hop_length=512, pad_mode="reflect")

    def call():
        return librosa.feature.melspectrogram(y=clip, sr=16_000, n_mels=BANDS[preset], **frames)

    def parts():
        spectrum = librosa.stft(clip, **frames)
        return filters @ (spectrum.real**2 + spectrum.imag**2)

    work = {"call": call, "parts": parts}[way]
    result = 10 * np.log10(work() + EPSILON)
    print(f"librosa {librosa.__version__}, {result.dtype} {result.shape}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        10 * np.log10(work() + EPSILON)
        print(f"{(time.perf_counter() - start) * 1e3:.3f}")


if __name__ == "__main__":
    main()
