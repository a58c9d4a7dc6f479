"""Writes the golden files of the package io.github.anomalydata.audio.

    python -m venv .venv && .venv/bin/pip install -r compat/audio/requirements.txt
    .venv/bin/python compat/golden/audio.py [FOLDER]

files.txt: each line is a WAV file, made here: its name, rate, channels, a colon, its bytes in hexadecimal,
a colon, the samples that soundfile reads (scipy for depths over 32 bits), frame by frame.

real.txt, written if the FOLDER of real WAV variants is given: the path of each file that can be read below
it, rate, channels, frames and the CRC-32 of the samples as little-endian floats, frame by frame.
"""

import io
import pathlib
import struct
import sys
import warnings
import zlib

import numpy as np
import scipy
import soundfile
from scipy.io import wavfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-audio/src/test/resources/io/github/anomalydata/audio"
SUBTYPES = ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ALAW", "ULAW"]
# soundfile takes these for packed 24 bits, against the size of a frame; scipy believes that.
PACKED = "pcmwaveformat-24bit-4byte"


def signal(n):
    state, noise = 12345, np.empty(n)
    for i in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2.0**31 - 1
    noise[:6] = [0, -1, 1 - 2.0**-31, 0.5, 2.0**-15, -(2.0**-15)]
    return noise


def encoded(subtype, form, endian, channels, rate):
    out = io.BytesIO()
    soundfile.write(out, signal(8 * channels).reshape(-1, channels), rate, subtype, endian, form)
    data = out.getvalue()
    peak = data.find(b"PEAK")
    # The time of day is in there.
    return data if peak < 0 else data[: peak + 12] + bytes(4) + data[peak + 16 :]


def with_format(tag, depth, width, channels, payload, order="<", rate=8000):
    frame = width * channels
    fmt = struct.pack(order + "HHIIHH", tag, channels, rate, rate * frame, frame, depth)
    chunks = b"fmt " + struct.pack(order + "I", len(fmt)) + fmt
    chunks += b"junk" + struct.pack(order + "I", 3) + b"odd\0"
    chunks += b"data" + struct.pack(order + "I", len(payload)) + payload + b"\0" * (len(payload) % 2)
    chunks += b"LIST" + struct.pack(order + "I", 4) + b"INFO"
    return {"<": b"RIFF", ">": b"RIFX"}[order] + struct.pack(order + "I", len(chunks) + 4) + b"WAVE" + chunks


def with_depth(depth, order="<"):
    width = (depth + 7) // 8
    least = -(1 << (depth - 1))
    integers = [0, -1, 1, least, -least - 1, least // 3, -least // 5, 12345 % -least]
    left = [i << (8 * width - depth) for i in integers]
    if width == 1:
        left = [i + 128 for i in left]
    big = {"<": "little", ">": "big"}[order]
    return with_format(1, depth, width, 2, b"".join(i.to_bytes(width, big, signed=width > 1) for i in left), order)


def read_scipy(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rate, samples = wavfile.read(io.BytesIO(data))
    samples = samples.reshape(len(samples), -1)
    bits = 8 * samples.dtype.itemsize
    return samples.astype(np.float32) * np.float32(2.0 ** (1 - bits)), rate


def read(data, by_scipy):
    if by_scipy:
        return read_scipy(data)
    return soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)


def header():
    return (
        f"# soundfile {soundfile.__version__}, libsndfile {soundfile.__libsndfile_version__}, "
        f"scipy {scipy.__version__}, numpy {np.__version__}; made by compat/golden/audio.py"
    )


def write(name, lines):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text("\n".join([header(), *lines]) + "\n")


def files():
    made = {}
    for subtype in SUBTYPES:
        for form, endian in [("WAV", "LITTLE"), ("WAV", "BIG"), ("WAVEX", "LITTLE"), ("RF64", "LITTLE")]:
            if not (form == "WAVEX" and subtype in ("ALAW", "ULAW")):
                made[f"{subtype}-{form}-{endian}"] = encoded(subtype, form, endian, 3, 16000)
    made["PCM_16-mono"] = encoded("PCM_16", "WAV", "LITTLE", 1, 44100)
    made["PCM_16-eight"] = encoded("PCM_16", "WAV", "LITTLE", 8, 16000)
    every_code = bytes(range(256))
    made["every-ALAW"] = with_format(6, 8, 1, 1, every_code)
    made["every-ULAW"] = with_format(7, 8, 1, 1, every_code)
    made["every-U8"] = with_format(1, 8, 1, 1, every_code)
    for depth in [5, 8, 12, 16, 20, 24, 32, 36, 40, 45, 48, 53, 56, 64]:
        made[f"depth-{depth}"] = with_depth(depth)
    made["depth-20-big"] = with_depth(20, ">")
    made["depth-40-big"] = with_depth(40, ">")
    for name, data in made.items():
        depth = int(name.split("-")[1]) if name.startswith("depth") else 0
        samples, rate = read(data, depth > 32)
        values = " ".join(repr(float(v)) for v in samples.ravel())
        yield f"{name} {rate} {samples.shape[1]} : {data.hex()} : {values}"


def real(folder):
    for path in sorted(folder.rglob("*.wav")):
        name = path.relative_to(folder).as_posix()
        deep = any(f"-{bits}bit" in name for bits in (36, 45, 53, 64)) and "float" not in name
        try:
            samples, rate = read(path.read_bytes(), deep or PACKED in name)
        except Exception:
            continue
        crc = zlib.crc32(np.ascontiguousarray(samples, "<f4").tobytes())
        yield f"{name} {rate} {samples.shape[1]} {len(samples)} {crc:08x}"


if __name__ == "__main__":
    write("files.txt", files())
    if len(sys.argv) > 1:
        write("real.txt", real(pathlib.Path(sys.argv[1])))
