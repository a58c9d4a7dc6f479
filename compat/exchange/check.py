"""Reads with NumPy and pandas what the package io.github.anomalydata.exchange wrote.

    python -m venv .venv && .venv/bin/pip install -r compat/exchange/requirements.txt
    ANOMALY_EXCHANGE_FOLDER=/tmp/exchange mvn -pl anomaly-data-core test -Dtest=PeerFolderTest
    .venv/bin/python compat/exchange/check.py /tmp/exchange

Prints what it compared and ends with status 1 at the first difference.
"""

import pathlib
import sys

import numpy as np
import pandas as pd

TYPES = (
    "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64"
).split()
COLUMNS = ["a", 'b "quoted"', "c, größer"]


def values(name, shape=(2, 3, 4)):
    """The formula of compat/golden/exchange.py."""
    dtype = np.dtype(name)
    size = int(np.prod(shape))
    if dtype.kind == "b":
        flat = [i % 3 == 0 for i in range(size)]
    elif dtype.kind == "f":
        flat = [i * 0.25 - 1 for i in range(size)]
    else:
        info = np.iinfo(dtype)
        flat = [info.max - i if i % 2 == 0 else info.min + i for i in range(size)]
    return np.array(flat, dtype).reshape(shape)


def demand(condition, what):
    if not condition:
        sys.exit(f"{what}: differs")
    print(f"{what}: same")


def same_bits(a, b):
    # NaN payloads have no text form, so that any NaN equals any other.
    return a.dtype == b.dtype and np.array_equal(a, b, equal_nan=True) and np.array_equal(
        np.signbit(a) & ~np.isnan(a), np.signbit(b) & ~np.isnan(b)
    )


def check_arrays(folder):
    for name in TYPES:
        for order in "C", "FORTRAN":
            for byte_order, mark in ("LITTLE_ENDIAN", "<"), ("BIG_ENDIAN", ">"):
                file = folder / f"{name}-{order}-{byte_order}.npy"
                mapped = np.load(file, mmap_mode="r")
                fits = (
                    np.array_equal(mapped, values(name))
                    and mapped.dtype == np.dtype(name).newbyteorder(mark)
                    and mapped.flags.f_contiguous == (order == "FORTRAN")
                    and mapped.offset % 64 == 0
                )
                demand(fits, file.name)
    for compression in "STORED", "DEFLATED":
        with np.load(folder / f"{compression}.npz") as npz:
            demand(npz.files == TYPES, f"{compression}.npz names")
            for name in TYPES:
                fits = np.array_equal(npz[name], values(name)) and npz[name].dtype == name
                demand(fits, f"{compression}.npz {name}")
    rows = np.arange(1000, dtype=np.float32)
    demand(same_bits(np.load(folder / "rows.npy"), np.stack([rows, 0 - rows], 1)), "rows.npy")


def check_tables(folder):
    for name in "doubles", "floats":
        expected = np.load(folder / f"{name}.npy")
        # Before pandas 3.1 this takes float_precision="round_trip".
        frame = pd.read_csv(folder / f"{name}.csv")
        demand(list(frame.columns) == COLUMNS, f"{name}.csv columns")
        demand(same_bits(frame.to_numpy().astype(expected.dtype), expected), f"{name}.csv, pandas")
        loaded = np.loadtxt(folder / f"{name}-bare.csv", delimiter=",")
        demand(same_bits(loaded.astype(expected.dtype), expected), f"{name}-bare.csv, NumPy")
    expected = np.load(folder / "integers.npy")
    frame = pd.read_csv(folder / "integers.csv")
    demand(np.array_equal(frame.to_numpy(), expected), "integers.csv, pandas")
    loaded = np.loadtxt(folder / "integers-bare.csv", delimiter=",", dtype=np.int64)
    demand(np.array_equal(loaded, expected), "integers-bare.csv, NumPy")


if __name__ == "__main__":
    check_arrays(pathlib.Path(sys.argv[1]))
    check_tables(pathlib.Path(sys.argv[1]))
