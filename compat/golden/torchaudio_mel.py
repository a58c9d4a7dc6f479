"""Writes torchaudio.txt of the package io.github.anomalydata.audio.spectral, as spectral.py does the others.

    python -m venv .venv && .venv/bin/pip install -r compat/audio/requirements-torchaudio.txt
    .venv/bin/python compat/golden/torchaudio_mel.py

Its own script, since torchaudio takes 5 GB.
"""

import platform

import numpy as np
import torch
import torchaudio

from spectral import OUT, case, signal


def main():
    torch.set_default_dtype(torch.float64)
    mel, level = torchaudio.transforms.MelSpectrogram(), torchaudio.transforms.AmplitudeToDB()
    version = torchaudio.__version__.split("+")[0]
    lines = [f"# torchaudio {version}, Python {platform.python_version()}; made by compat/golden/torchaudio_mel.py"]
    for kind, n in (("noise", 4000), ("fading", 3900)):
        settings = {"options": "torchaudio", "x": kind, "n": n}
        image = level(mel(torch.from_numpy(signal(kind, n)))).numpy()
        assert image.dtype == np.float64
        lines.append(case("image", settings, image))
    (OUT / "torchaudio.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
