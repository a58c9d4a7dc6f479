"""Writes the golden files of the package io.github.anomalydata.exchange.

    python -m venv .venv && .venv/bin/pip install -r compat/exchange/requirements.txt
    .venv/bin/python compat/golden/exchange.py

The files hold what numpy.save, numpy.savez, numpy.savetxt and pandas.DataFrame.to_csv make of values
that the Java tests compute again from the index i of an element in C order:

    bool        i divisible by 3
    integers    the greatest value - i where i is even, the least value + i where it is odd
    floats      i * 0.25 - 1

manifest.txt lists the NPY files: name, type, order, byte order, shape. Each CSV file comes with an
NPY file of the same name that holds the same numbers.
"""

import io
import pathlib
import platform
import shutil

import numpy as np
import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-core/src/test/resources/io/github/anomalydata/exchange"
TYPES = (
    "bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64"
).split()
SEED = 20_260_101


def values(dtype, shape):
    dtype = np.dtype(dtype)
    size = int(np.prod(shape))
    if dtype.kind == "b":
        flat = [i % 3 == 0 for i in range(size)]
    elif dtype.kind == "f":
        flat = [i * 0.25 - 1 for i in range(size)]
    else:
        info = np.iinfo(dtype)
        flat = [info.max - i if i % 2 == 0 else info.min + i for i in range(size)]
    return np.array(flat, dtype).reshape(shape)


def specials(dtype):
    info = np.finfo(dtype)
    return np.array(
        [np.nan, np.inf, -np.inf, -0.0, info.smallest_subnormal, info.max, info.min], dtype
    )


class Manifest:
    def __init__(self):
        self.lines = [
            f"# numpy {np.__version__}, pandas {pd.__version__}, Python {platform.python_version()};"
            " made by compat/golden/exchange.py",
            "# name type order byteOrder shape",
        ]

    def save(self, name, array, order="C", byte_order="little", version=None):
        laid_out = np.asarray(array, order="F" if order == "FORTRAN" else "C")
        laid_out = laid_out.astype(laid_out.dtype.newbyteorder(byte_order), order="K")
        with open(OUT / f"{name}.npy", "wb") as file:
            np.lib.format.write_array(file, laid_out, version=version)
        shape = "x".join(map(str, array.shape)) or "scalar"
        self.lines.append(f"{name} {array.dtype} {order} {byte_order.upper()}_ENDIAN {shape}")


def npy():
    manifest = Manifest()
    for dtype in TYPES:
        array = values(dtype, (2, 3, 4))
        for order in "C", "FORTRAN":
            for byte_order in ("little", "big") if array.itemsize > 1 else ("little",):
                name = f"{dtype}-{order}-{byte_order}".lower()
                manifest.save(name, array, order, byte_order)
    for shape in (), (5,), (0, 3), (4, 1), (3, 4), (2, 1, 3, 2):
        for order in "C", "FORTRAN":
            name = "shape-" + ("x".join(map(str, shape)) or "scalar") + f"-{order}".lower()
            manifest.save(name, values("float32", shape), order)
    (OUT / "manifest.txt").write_text("\n".join(manifest.lines) + "\n")

    other = Manifest()
    for dtype in "float16", "float32", "float64":
        other.save(f"specials-{dtype}", specials(dtype))
    for version in (2, 0), (3, 0):
        other.save(f"version-{version[0]}", values("float32", (2, 3)), version=version)


def refused():
    arrays = {
        "object": np.array([1, "a"], object),
        "structured": np.zeros(2, [("a", "<f4"), ("b", "<i4")]),
        "complex": np.zeros(2, "complex64"),
        "text": np.array(["a", "b"]),
        "date": np.zeros(2, "datetime64[s]"),
        "longdouble": np.zeros(2, "longdouble"),
    }
    for name, array in arrays.items():
        np.save(OUT / f"refused-{name}.npy", array, allow_pickle=True)


class Pipe(io.RawIOBase):
    """A stream that cannot go back, so that zipfile writes sizes behind each entry."""

    def __init__(self, file):
        self.file = file

    def writable(self):
        return True

    def write(self, data):
        return self.file.write(data)


def npz():
    arrays = {
        "windows": values("float32", (2, 3, 4)),
        "größe": values("int64", (5,)),
        "nested/scalar": values("float64", ()),
        "zeros": np.zeros((300, 10), "uint8"),
    }
    np.savez(OUT / "stored.npz", **arrays)
    np.savez_compressed(OUT / "deflated.npz", **arrays)
    with open(OUT / "streamed.npz", "wb") as file:
        np.savez(Pipe(file), **arrays)
    np.savez(OUT / "empty.npz")


def hard_numbers(dtype):
    """Numbers that are hard to write shortly or to read rightly, and random bits."""
    bits = np.dtype(dtype).itemsize * 8
    as_int = np.dtype(f"uint{bits}")
    info = np.finfo(dtype)
    powers_of_two = [np.ldexp(dtype(1), e) for e in range(info.minexp - info.nmant, info.maxexp, 7)]
    powers_of_ten = [dtype(f"1e{e}") for e in range(int(np.log10(info.tiny)), info.maxexp // 4, 3)]
    chosen = "0 1 0.1 0.3 2e23 8.41e21 9007199254740993 5e-324 2.2250738585072014e-308".split()
    chosen += "1e15 1e16 123456789012345680 1e-4 1e-5 9.999e-5 1.5e-45 16777217 3.4e38 0.001".split()
    with np.errstate(all="ignore"):
        exact = np.array(powers_of_two + powers_of_ten + [dtype(x) for x in chosen], dtype)
    around = np.concatenate(
        [exact, np.nextafter(exact, dtype(np.inf)), np.nextafter(exact, dtype(0)), -exact]
    )
    random = np.random.default_rng(SEED).integers(0, 2**bits, 1000, as_int, endpoint=False)
    decimal = np.round(np.random.default_rng(SEED).normal(size=300) * 500, 2).astype(dtype)
    numbers = np.concatenate([around, random.view(dtype), decimal])
    numbers = numbers[np.isfinite(numbers)]
    if dtype is np.float32:
        # Where the shortest digits would round twice, ours are longer on purpose.
        numbers = numbers[np.array([dtype(float(str(x))) == x for x in numbers])]
    return numbers[: numbers.size // 2 * 2].reshape(-1, 2)


def csv():
    numbers = hard_numbers(np.float64)
    np.save(OUT / "pandas-float64.npy", numbers)
    frame = pd.DataFrame(numbers, columns=["sensor 1", 'the "second", quoted'])
    frame.to_csv(OUT / "pandas-float64.csv", index=False)

    numbers = hard_numbers(np.float32)
    np.save(OUT / "numpy-float32.npy", numbers)
    np.savetxt(
        OUT / "numpy-float32.csv", numbers, fmt="%s", delimiter=",", header="0,1", comments=""
    )

    numbers = values("int64", (3, 4))
    np.save(OUT / "pandas-int64.npy", numbers)
    pd.DataFrame(numbers).to_csv(OUT / "pandas-int64.csv", index=False)

    numbers = np.array([[1.5, np.nan, np.inf], [-2.0, 0.25, -np.inf]])
    np.save(OUT / "pandas-missing.npy", numbers)
    pd.DataFrame(numbers, columns=list("abc")).to_csv(
        OUT / "pandas-missing.csv", index=False, sep=";", lineterminator="\r\n", encoding="utf-8-sig"
    )

    numbers = hard_numbers(np.float64)[:50]
    np.save(OUT / "savetxt.npy", numbers)
    np.savetxt(OUT / "savetxt.csv", numbers, header="two columns")


if __name__ == "__main__":
    if OUT.exists():
        shutil.rmtree(OUT)
    OUT.mkdir(parents=True)
    npy()
    refused()
    npz()
    csv()
