"""PNG files to normalised batches through PyTorch's DataLoader and torchvision: the peer of MvtecBenchmark.

Usage: vision_batches.py DIR [EPOCHS]; prints the milliseconds of each epoch after the first, through two workers
that live on between epochs, each with one thread.
"""

import pathlib
import sys
import time

import PIL
import torch
import torchvision
from PIL import Image
from torchvision import transforms

BATCH = 8
WORKERS = 2
TRANSFORM = transforms.Compose(
    [
        transforms.Resize((256, 256)),
        transforms.ToTensor(),
        transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)


class Images(torch.utils.data.Dataset):
    def __init__(self, folder):
        self.files = sorted(pathlib.Path(folder).glob("**/*.png"))

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        with Image.open(self.files[index]) as image:
            return TRANSFORM(image.convert("RGB"))


def epoch(loader):
    start = time.perf_counter()
    images = sum(len(batch) for batch in loader)
    return images, (time.perf_counter() - start) * 1e3


def main():
    loader = torch.utils.data.DataLoader(
        Images(sys.argv[1]),
        batch_size=BATCH,
        shuffle=True,
        num_workers=WORKERS,
        persistent_workers=True,
        worker_init_fn=lambda _: torch.set_num_threads(1),
    )
    epoch(loader)
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 6):
        images, milliseconds = epoch(loader)
        print(f"{milliseconds:.3f}")
    versions = f"torch {torch.__version__}, torchvision {torchvision.__version__}, Pillow {PIL.__version__}"
    print(f"{versions}, {images} images", file=sys.stderr)


if __name__ == "__main__":
    main()
