"""Writes the golden files of the package io.github.anomalydata.image.

    python -m venv .venv && .venv/bin/pip install -r compat/images/requirements.txt
    .venv/bin/python compat/golden/images.py

files.txt: each line is an image file, made here: its name, a colon, its bytes in base64, a colon, width,
height and channels that Pillow decodes (palettes in grey if all their colours are), and the samples
[channels, height, width] in hexadecimal, upright as ImageOps.exif_transpose turns them.

resize.txt: width, height and channels of an image made by formula() here and in Java, the new width and
height, the filter, and the CRC-32 of the samples [channels, height, width] that Image.resize gives; then that of
the image resized in width and then in height, which is what Image.resize gave up to Pillow 12,
whose last releases make an exception of the one image here that is more than 100 times as high as wide.

warps.txt: an operation on the image of formula() of 15 x 11 pixels and 3 channels, a colon, width and
height of the result and its samples in hexadecimal. Operations: rotate ANGLE FILTER EXPAND by Image.rotate;
affine or perspective with FILTER and the coefficients of Image.transform.

colours.txt: an operation on the image of smooth() of 15 x 11 pixels and 3 channels, in the same way:
brightness, contrast and saturation FACTOR by ImageEnhance, and hue TURN by colorsys in double precision,
which torchvision's formula for floats is.

grey.txt: the CRC-32 of convert("L") for each value of red, over all greens and every third blue.
"""

import base64
import colorsys
import io
import pathlib
import struct
import zlib

import numpy as np
import PIL
from PIL import Image, ImageEnhance, ImageOps

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "anomaly-data-vision/src/test/resources/io/github/anomalydata/image"
HEADER = f"# Pillow {PIL.__version__}, compat/golden/images.py\n"
FILTERS = ["NEAREST", "BOX", "BILINEAR", "HAMMING", "BICUBIC", "LANCZOS"]
SIZES = [
    (1, 1, 1, 5), (1, 1, 7, 7), (2, 2, 1, 1), (3, 5, 5, 3), (7, 7, 7, 14), (8, 8, 4, 4), (9, 9, 4, 4),
    (10, 10, 3, 3), (11, 13, 13, 11), (16, 16, 17, 17), (17, 17, 16, 16), (20, 10, 10, 20), (31, 31, 7, 7),
    (32, 32, 32, 8), (32, 32, 8, 32), (33, 21, 12, 40), (40, 30, 41, 31), (50, 50, 49, 49), (50, 50, 51, 51),
    (64, 64, 16, 16), (64, 48, 32, 24), (64, 64, 63, 65), (65, 63, 64, 64), (70, 1, 9, 1), (1, 70, 1, 9),
    (77, 33, 33, 77), (80, 60, 224, 168), (90, 90, 26, 26), (100, 100, 33, 33), (100, 75, 75, 100),
    (100, 100, 150, 150), (101, 103, 53, 59), (110, 110, 256, 256), (120, 80, 1, 1), (120, 80, 60, 40),
    (121, 81, 60, 40), (127, 127, 128, 128), (128, 128, 127, 127), (128, 96, 112, 112), (130, 70, 224, 224),
    (140, 140, 20, 20), (150, 100, 99, 66), (160, 160, 161, 40), (177, 177, 59, 59), (180, 20, 20, 180),
    (192, 192, 256, 256), (200, 200, 11, 11), (200, 150, 150, 200), (210, 140, 64, 64), (225, 225, 224, 224),
    (240, 180, 120, 90), (255, 255, 256, 256), (256, 256, 224, 224), (256, 256, 255, 255), (256, 256, 64, 64),
    (256, 256, 257, 3), (300, 300, 256, 256), (320, 240, 256, 192), (333, 222, 111, 74), (400, 400, 256, 256),
    (450, 300, 256, 256), (500, 20, 100, 100), (512, 512, 256, 256), (600, 400, 256, 256), (640, 480, 256, 256),
    (700, 700, 256, 256), (900, 900, 256, 256), (1024, 1024, 256, 256), (1000, 700, 224, 224), (5, 900, 7, 256),
]


def formula(width, height, channels):
    """Noise over the whole range: the top of a multiplicative hash of the place."""
    c, y, x = np.meshgrid(np.arange(channels, dtype=np.uint32), np.arange(height, dtype=np.uint32),
                          np.arange(width, dtype=np.uint32), indexing="ij")
    hashed = (x * np.uint32(73856093)) ^ (y * np.uint32(19349663)) ^ (c * np.uint32(83492791))
    return (((hashed * np.uint32(2654435769)) >> np.uint32(24)) & np.uint32(255)).astype(np.uint8)


def smooth(width, height, channels):
    """A gradient with a little noise, as JPEG is made for."""
    y, x = np.mgrid[0:height, 0:width]
    noise = formula(width, height, channels) // 16
    return np.stack([(x * 200 // width * (c == 0) + y * 200 // height * (c == 1)
                      + (x + y) * 100 // (width + height) * (c == 2) + noise[c]) for c in range(channels)]
                    ).astype(np.uint8)


def image(planes):
    return Image.fromarray(planes[0] if len(planes) == 1 else np.ascontiguousarray(planes.transpose(1, 2, 0)))


def planes(picture):
    array = np.asarray(picture)
    return array[None] if array.ndim == 2 else array.transpose(2, 0, 1)


def decoded(data):
    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
        if opened.mode == "P":
            colours = np.array(opened.getpalette("RGB")).reshape(-1, 3)
            grey = bool(np.all(colours == colours[:, :1]))
        else:
            grey = data[25] in (0, 4) if data[1:4] == b"PNG" else opened.mode in ("1", "L", "I;16")
        if opened.mode.startswith("I"):
            upright = ImageOps.exif_transpose(opened)
            return (np.asarray(upright).astype(np.int64) >> 8).astype(np.uint8)[None]
        return planes(ImageOps.exif_transpose(opened).convert("L" if grey else "RGB"))


def saved(picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, bits, colour, rows, interlaced=False, extra=b"", filters=(0, 1, 2, 3, 4), cut=0):
    """Filters and packs rows of bytes, [(pass width bytes...)], itself: Pillow writes no such files."""
    pixel = max(1, {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] * bits // 8)
    raw = b""
    for block in rows:
        above = bytes(len(block[0]))
        for i, row in enumerate(block):
            kind = filters[i % len(filters)]
            line = bytearray()
            for j, value in enumerate(row):
                a = row[j - pixel] if j >= pixel else 0
                b = above[j]
                c = above[j - pixel] if j >= pixel else 0
                p = a + b - c
                pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                paeth = a if pa <= pb and pa <= pc else b if pb <= pc else c
                line.append((value - [0, a, b, (a + b) // 2, paeth][kind]) & 255)
            raw += bytes([kind]) + bytes(line)
            above = row
    data = zlib.compress(raw)
    middle = len(data) // 2
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0,
                                                             int(interlaced)))
            + extra + chunk(b"IDAT", data[:middle]) + chunk(b"IDAT", b"") + chunk(b"IDAT", data[middle:])
            + chunk(b"IEND", b""))


def packed(values, bits):
    if bits == 8:
        return bytes(int(v) for v in values)
    if bits == 16:
        return b"".join(struct.pack(">H", int(v) * 257 ^ 0x5A) for v in values)
    text = "".join(format(int(v) >> (8 - bits), f"0{bits}b") for v in values)
    text += "0" * (-len(text) % 8)
    return bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8))


def rows_of(array, bits, interlaced):
    """[height, width, samples] as blocks of packed rows, one block or the seven of Adam7."""
    steps = [(0, 0, 1, 1)] if not interlaced else [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4),
                                                   (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
    blocks = []
    for top, left, down, right in steps:
        part = array[top::down, left::right]
        if part.size:
            blocks.append([packed(row.reshape(-1), bits) for row in part])
    return blocks


def png_files():
    for colour, samples in ((0, 1), (2, 3), (3, 1), (4, 2), (6, 4)):
        for bits in (1, 2, 4, 8, 16):
            if (bits < 8 and colour not in (0, 3)) or (bits == 16 and colour == 3):
                continue
            for interlaced in (False, True):
                width, height = (11, 9) if interlaced else (13, 6)
                array = formula(width, height, samples).transpose(1, 2, 0)
                extra = b""
                if colour == 3:
                    extra = chunk(b"PLTE", bytes(formula(3, 1 << bits, 1).reshape(-1)))
                yield (f"png-{colour}-{bits}{'-interlaced' if interlaced else ''}",
                       png(width, height, bits, colour, rows_of(array, bits, interlaced), interlaced, extra))
    grey = formula(5, 4, 1).transpose(1, 2, 0)
    ramp = chunk(b"PLTE", bytes(v for i in range(256) for v in (255 - i,) * 3))
    yield "png-grey-palette", png(5, 4, 8, 3, rows_of(grey, 8, False), extra=ramp)
    yield "png-transparent-grey", png(5, 4, 8, 0, rows_of(grey, 8, False), extra=chunk(b"tRNS", b"\0\7"))
    yield "png-transparent-rgb", png(5, 4, 8, 2, rows_of(formula(5, 4, 3).transpose(1, 2, 0), 8, False),
                                     extra=chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"tRNS", bytes(6)))
    yield "png-tiny-interlaced", png(1, 1, 8, 0, rows_of(grey[:1, :1], 8, True), True)


def exif(orientation):
    tags = Image.Exif()
    tags[274] = orientation
    return tags.tobytes()


def jpeg_files():
    for name, options in {"420": {"subsampling": "4:2:0"}, "422": {"subsampling": "4:2:2"},
                          "444": {"subsampling": "4:4:4"}, "progressive": {"progressive": True},
                          "progressive-444": {"progressive": True, "subsampling": "4:4:4"},
                          "restarts": {"restart_marker_blocks": 2}, "low": {"quality": 20}}.items():
        yield f"jpeg-{name}", saved(image(smooth(37, 29, 3)), "JPEG", **{"quality": 90, **options})
    yield "jpeg-grey", saved(image(smooth(23, 18, 1)), "JPEG", quality=90)
    yield "jpeg-grey-progressive", saved(image(smooth(23, 18, 1)), "JPEG", quality=90, progressive=True)
    yield "jpeg-rgb", saved(image(smooth(20, 15, 3)), "JPEG", quality=95, keep_rgb=True)
    # Without the JFIF segment nothing but the components says what the colours are.
    whole = saved(image(smooth(20, 15, 3)), "JPEG", quality=95, subsampling="4:4:4")
    yield "jpeg-no-jfif", whole[:2] + whole[20:]
    profile = bytes(range(256)) * 3
    yield "jpeg-profile", saved(image(smooth(20, 15, 3)), "JPEG", quality=90, icc_profile=profile, comment="c")
    for orientation in range(1, 9):
        yield (f"jpeg-orientation-{orientation}",
               saved(image(smooth(12, 7, 3)), "JPEG", quality=90, exif=exif(orientation)))


def other_files():
    yield "png-orientation-6", saved(image(formula(6, 4, 3)), "PNG", exif=exif(6))
    yield "bmp-rgb", saved(image(formula(7, 5, 3)), "BMP")
    yield "bmp-grey", saved(image(formula(7, 5, 1)), "BMP")
    yield "bmp-1", saved(image(formula(19, 5, 1)).convert("1"), "BMP")
    yield "bmp-palette", saved(image(formula(7, 5, 3)).quantize(16), "BMP")
    yield "bmp-alpha", saved(Image.fromarray(formula(7, 5, 4).transpose(1, 2, 0).copy(), "RGBA"), "BMP")
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        name = compression.replace("tiff_", "")
        yield f"tiff-rgb-{name}", saved(image(formula(17, 11, 3)), "TIFF", compression=compression)
        yield f"tiff-grey-{name}", saved(image(formula(17, 11, 1)), "TIFF", compression=compression)
    yield "tiff-strips", saved(image(formula(17, 11, 3)), "TIFF", compression="tiff_lzw", strip_size=17 * 3 * 2)
    yield "tiff-predictor", saved(image(smooth(17, 11, 3)), "TIFF", compression="tiff_lzw",
                                  tiffinfo={317: 2})
    sixteen = formula(9, 6, 1)[0].astype(np.uint16) * 257 ^ 0x5A
    yield "tiff-16", saved(Image.fromarray(sixteen), "TIFF")
    yield "tiff-1", saved(image(formula(19, 5, 1)).convert("1"), "TIFF")
    yield "tiff-fax", saved(image(formula(40, 25, 1)).convert("1"), "TIFF", compression="group4")
    yield "tiff-palette", saved(image(formula(17, 11, 3)).quantize(16), "TIFF")
    yield "tiff-alpha", saved(Image.fromarray(formula(7, 5, 4).transpose(1, 2, 0).copy(), "RGBA"), "TIFF")
    yield "tiff-orientation-8", saved(image(formula(6, 4, 3)), "TIFF", exif=exif(8))
    yield "tiff-big-endian", big_endian()


def big_endian():
    pixels = formula(5, 3, 3).transpose(1, 2, 0).tobytes()
    tags = [(256, 3, 1, 5 << 16), (257, 3, 1, 3 << 16), (258, 3, 3, 122), (259, 3, 1, 1 << 16), (262, 3, 1, 2 << 16),
            (273, 4, 1, 128), (277, 3, 1, 3 << 16), (278, 3, 1, 3 << 16), (279, 4, 1, len(pixels))]
    data = b"MM\0*" + struct.pack(">IH", 8, len(tags)) + b"".join(struct.pack(">HHII", *t) for t in tags)
    data += bytes(4)
    return data + struct.pack(">HHH", 8, 8, 8).rjust(128 - len(data), b"\0") + pixels


def write_files():
    with open(OUT / "files.txt", "w") as out:
        out.write(HEADER)
        for files in (png_files(), jpeg_files(), other_files()):
            for name, data in files:
                samples = decoded(data)
                channels, height, width = samples.shape
                out.write(f"{name} : {base64.b64encode(data).decode()} : {width} {height} {channels} "
                          f"{samples.tobytes().hex()}\n")


def write_resize():
    with open(OUT / "resize.txt", "w") as out:
        out.write(HEADER)
        for width, height, new_width, new_height in SIZES:
            for channels in (1, 3) if width * height < 100_000 else (3,):
                picture = image(formula(width, height, channels))
                for name in FILTERS:
                    result = picture.resize((new_width, new_height), Image.Resampling[name])
                    passes = result
                    if name != "NEAREST":
                        wide = picture.resize((new_width, height), Image.Resampling[name])
                        passes = wide.resize((new_width, new_height), Image.Resampling[name])
                    crcs = " ".join(f"{zlib.crc32(planes(p).tobytes()):08x}" for p in (result, passes))
                    out.write(f"{width} {height} {channels} {new_width} {new_height} {name} {crcs}\n")


def line(out, name, picture):
    samples = planes(picture)
    out.write(f"{name} : {samples.shape[2]} {samples.shape[1]} {samples.tobytes().hex()}\n")


def write_warps():
    picture = image(formula(15, 11, 3))
    with open(OUT / "augment/warps.txt", "w") as out:
        out.write(HEADER)
        for name in ("NEAREST", "BILINEAR"):
            kind = Image.Resampling[name]
            for angle in (0, 10, 30, 45, 90, 123.4, 180, -77, -3):
                for expand in (False, True):
                    line(out, f"rotate {angle} {name} {expand}", picture.rotate(angle, kind, expand=expand))
            for matrix in ((1, 0, 2.5, 0, 1, -1.25), (0.8, 0.3, 0, -0.2, 1.1, 1), (2, 0, -3, 0, 0.5, 4)):
                line(out, f"affine {name} " + " ".join(map(str, matrix)),
                     picture.transform((15, 11), Image.Transform.AFFINE, matrix, kind))
            for matrix in ((1.1, 0.1, -1, 0.05, 0.9, 1, 0.01, 0.005), (0.9, -0.1, 2, 0.1, 1.2, -1, -0.01, 0.02)):
                line(out, f"perspective {name} " + " ".join(map(str, matrix)),
                     picture.transform((15, 11), Image.Transform.PERSPECTIVE, matrix, kind))


def turned(picture, turn):
    result = [[colorsys.hsv_to_rgb((h + turn) % 1, s, v) for h, s, v in
               (colorsys.rgb_to_hsv(*(c / 255 for c in pixel)) for pixel in row)]
              for row in np.asarray(picture).astype(float)]
    return Image.fromarray(np.rint(np.array(result) * 255).astype(np.uint8))


def write_colours():
    picture = image(smooth(15, 11, 3))
    with open(OUT / "augment/colours.txt", "w") as out:
        out.write(HEADER)
        for name, enhance in (("brightness", ImageEnhance.Brightness), ("contrast", ImageEnhance.Contrast),
                              ("saturation", ImageEnhance.Color)):
            for factor in (0, 0.4, 0.9, 1, 1.3, 2.5):
                line(out, f"{name} {factor}", enhance(picture).enhance(factor))
        for turn in (-0.5, -0.2, 0, 0.05, 0.3):
            line(out, f"hue {turn}", turned(picture, turn))


def write_grey():
    with open(OUT / "grey.txt", "w") as out:
        out.write(HEADER)
        for red in range(256):
            rgb = np.zeros((256, 86, 3), np.uint8)
            rgb[..., 0] = red
            rgb[..., 1] = np.arange(256)[:, None]
            rgb[..., 2] = np.arange(0, 256, 3)[None]
            out.write(f"{red} {zlib.crc32(np.asarray(Image.fromarray(rgb).convert('L')).tobytes()):08x}\n")


if __name__ == "__main__":
    (OUT / "augment").mkdir(parents=True, exist_ok=True)
    write_files()
    write_resize()
    write_warps()
    write_colours()
    write_grey()
