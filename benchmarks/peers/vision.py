"""The peers of ImageBenchmark: Pillow decodes and resizes, NumPy normalises as torchvision does.

Usage: vision.py decode|resize|load FILE FILTER [SECONDS]; prints the milliseconds of each round.
"""

import sys
import time

import numpy as np
import PIL
from PIL import Image

MEAN = np.array([0.485, 0.456, 0.406], np.float32)[:, None, None]
DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)[:, None, None]


def decode(file):
    with Image.open(file) as image:
        return image.convert("RGB")


def normalise(image):
    planes = np.asarray(image).transpose(2, 0, 1).astype(np.float32)
    return np.ascontiguousarray((planes / np.float32(255) - MEAN) / DEVIATION)


def main():
    name, file, kind = sys.argv[1:4]
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 5.0
    resampling = Image.Resampling[kind]
    image = decode(file)
    work = {
        "decode": lambda: decode(file),
        "resize": lambda: image.resize((256, 256), resampling),
        "load": lambda: normalise(decode(file).resize((256, 256), resampling)),
    }[name]
    work()
    print(f"Pillow {PIL.__version__}", file=sys.stderr)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        print(f"{(time.perf_counter() - start) * 1e3:.3f}")


if __name__ == "__main__":
    main()
