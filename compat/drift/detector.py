"""Reads a saved drift detector of io.github.anomalydata.drift with nothing but Python 3.

    python3 compat/drift/detector.py detector.npz

Checks the SHA-256 of every part, and prints the manifest with the length and the sum of each array. PythonReaderTest
compares what it prints with the detector.
"""

import ast
import hashlib
import json
import struct
import sys
import zipfile


def array(data):
    """The type and the bytes of the values of an NPY file."""
    assert data[:6] == b"\x93NUMPY", "not an NPY file"
    size, start = (struct.unpack("<H", data[8:10])[0], 10) if data[6] == 1 else (struct.unpack("<I", data[8:12])[0], 12)
    header = ast.literal_eval(data[start : start + size].decode("latin1"))
    return header["descr"], data[start + size :]


def read(file):
    """The manifest and the arrays of doubles of a detector."""
    with zipfile.ZipFile(file) as entries:
        parts = {name.removesuffix(".npy"): array(entries.read(name)) for name in entries.namelist()}
    sums = parts.pop("sha256sums")[1].decode()
    expected = "".join(f"{hashlib.sha256(parts[n][1]).hexdigest()}  {n}\n" for n in sorted(parts))
    assert sums == expected, "damaged"
    manifest = json.loads(parts.pop("manifest")[1])
    assert (manifest["format"], manifest["version"]) == ("anomaly-data/drift-detector", 1), "another format"
    assert all(kind == "<f8" for kind, _ in parts.values()), "not little-endian doubles"
    return manifest["content"], {n: struct.unpack(f"<{len(v) // 8}d", v) for n, (_, v) in parts.items()}


if __name__ == "__main__":
    content, arrays = read(sys.argv[1])
    print(json.dumps({"manifest": content, "arrays": {n: [len(v), sum(x for x in v if x == x)] for n, v in arrays.items()}}))
