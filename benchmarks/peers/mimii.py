"""Log-mel spectrograms of a MIMII tree through PyTorch's DataLoader: the peer of MimiiBenchmark.

Usage: mimii.py DIR librosa|torchaudio [EPOCHS]; prints the milliseconds of each epoch after the first, through
two workers that live on between epochs, each with one thread.
"""

import pathlib
import sys
import time

import numpy as np
import soundfile
import torch

BATCH = 16
WORKERS = 2
EPSILON = sys.float_info.epsilon


class Clips(torch.utils.data.Dataset):
    def __init__(self, folder, tool):
        self.files = sorted(pathlib.Path(folder).glob("**/*.wav"))
        self.tool = tool

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        sound, rate = soundfile.read(self.files[index], dtype="float32", always_2d=True)
        sound = np.ascontiguousarray(sound[:, 0])
        if self.tool == "librosa":
            import librosa

            power = librosa.feature.melspectrogram(
                y=sound, sr=rate, n_fft=1024, hop_length=512, n_mels=64, pad_mode="reflect"
            )
            image = torch.from_numpy(10 * np.log10(power + EPSILON))
        else:
            image = 10 * torch.log10(self.transform(rate)(torch.from_numpy(sound)) + EPSILON)
        return image[None]

    def transform(self, rate):
        if not hasattr(self, "mel"):
            import torchaudio

            self.mel = torchaudio.transforms.MelSpectrogram(
                sample_rate=rate, n_fft=1024, hop_length=512, n_mels=64, norm="slaney", mel_scale="slaney"
            )
        return self.mel


def epoch(loader):
    start = time.perf_counter()
    clips = sum(len(batch) for batch in loader)
    return clips, (time.perf_counter() - start) * 1e3


def main():
    folder, tool = sys.argv[1], sys.argv[2]
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    loader = torch.utils.data.DataLoader(
        Clips(folder, tool),
        batch_size=BATCH,
        shuffle=True,
        num_workers=WORKERS,
        persistent_workers=True,
        worker_init_fn=lambda _: torch.set_num_threads(1),
    )
    epoch(loader)
    for _ in range(epochs):
        clips, milliseconds = epoch(loader)
        print(f"{milliseconds:.3f}")
    print(f"torch {torch.__version__}, {tool}, {clips} clips", file=sys.stderr)


if __name__ == "__main__":
    main()
