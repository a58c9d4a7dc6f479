"""Runs a JMH benchmark and its Python peer in turns, and prints the ratio of their medians.

Usage: compare.py JAVA JAR NAME [JMH argument ...]; called by benchmarks/compare.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TURNS = int(os.environ.get("TURNS", "3"))


def jmh(java, jar, benchmark, parameters):
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        command = [java, "-jar", jar, benchmark, "-rf", "json", "-rff", result.name]
        for name, value in parameters.items():
            command += ["-p", f"{name}={value}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(result.name) as file:
            data = json.load(file)[0]["primaryMetric"]
    assert data["scoreUnit"] == "ms/op", data["scoreUnit"]
    return statistics.median(value for fork in data["rawData"] for value in fork)


def peer(script, *arguments):
    lines = subprocess.run(
        [sys.executable, os.path.join(HERE, script), *arguments],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout.split()
    return statistics.median(float(line) for line in lines)


def turbofan(java, jar, folder):
    ours, theirs = [], []
    for turn in range(TURNS):
        ours.append(
            jmh(java, jar, "TurbofanBenchmark.parseScaleWindow", {"data": folder, "subset": "FD002"})
        )
        theirs.append(peer("turbofan.py", folder, "FD002"))
        print(f"turn {turn + 1}: ours {ours[-1]:.1f} ms, pandas + NumPy {theirs[-1]:.1f} ms")
    ratio = statistics.median(t / o for o, t in zip(ours, theirs))
    print(f"FD002, files to windows [n, 14, 30]: {ratio:.1f} times as fast as pandas + NumPy")


def features(java, jar):
    for preset, tool, batch in (("all", "numpy", "10000"), ("tsfel", "tsfel", "1000")):
        shape = {"batch": batch, "channels": "14", "time": "50"}
        ratios = {"1": [], "2": []}
        for turn in range(TURNS):
            theirs = peer("features.py", tool, *shape.values())
            for workers, found in ratios.items():
                ours = jmh(
                    java, jar, "FeatureBenchmark.extract",
                    {**shape, "preset": preset, "workers": workers},
                )
                found.append(theirs / ours)
                print(f"turn {turn + 1}, {workers} workers: ours {ours:.1f} ms, {tool} {theirs:.1f} ms")
        for workers, found in ratios.items():
            ratio = statistics.median(found)
            print(f"preset {preset}, {workers} workers: {ratio:.1f} times as fast as {tool}")


def augment(java, jar):
    shape = {"batch": "64", "channels": "14", "time": "512"}
    ratios = {(way, tool): [] for way in ("values", "array") for tool in ("numpy", "tsaug")}
    for turn in range(TURNS):
        theirs = {tool: peer("augment.py", tool, *shape.values()) for tool in ("numpy", "tsaug")}
        for way in ("values", "array"):
            ours = jmh(java, jar, f"AugmentBenchmark.{way}$", shape)
            print(f"turn {turn + 1}, {way}: ours {ours:.2f} ms", flush=True)
            for tool, taken in theirs.items():
                ratios[way, tool].append(taken / ours)
        print(f"turn {turn + 1}: numpy {theirs['numpy']:.1f} ms, tsaug {theirs['tsaug']:.1f} ms")
    for (way, tool), found in ratios.items():
        print(f"{way}: {statistics.median(found):.1f} times as fast as {tool}")
def drift(java, jar):
    for name, benchmark, distance in (
        ("ks", "ColumnsBenchmark.test", "KOLMOGOROV_SMIRNOV"),
        ("wasserstein", "ColumnsBenchmark.statistic", "WASSERSTEIN"),
    ):
        ours, theirs = [], []
        for turn in range(TURNS):
            ours.append(jmh(java, jar, benchmark, {"distance": distance}))
            theirs.append(peer("drift.py", name, "100000", "64"))
            print(f"turn {turn + 1}, {name}: ours {ours[-1]:.0f} ms, scipy {theirs[-1]:.0f} ms", flush=True)
        ratio = statistics.median(t / o for o, t in zip(ours, theirs))
        print(f"{name}, 100,000 x 64 against as many: {ratio:.1f} times as fast as scipy", flush=True)


SIGNAL = [
    # benchmark, peer, batch, threads of both
    ("DwtBenchmark.decompose", "decompose", 1, 1),
    ("DwtBenchmark.decompose", "decompose", 16, 1),
    ("DwtBenchmark.decompose", "decompose", 16, 2),
    ("SpectrumBenchmark.spectrogram", "spectrogram", 1, 1),
    ("SpectrumBenchmark.spectrogram", "spectrogram", 8, 1),
    ("SpectrumBenchmark.spectrogram", "spectrogram", 8, 2),
    ("SpectrumBenchmark.stft", "stft", 1, 1),
    ("SpectrumBenchmark.stft", "stft", 8, 1),
    ("SpectrumBenchmark.stft", "stft", 8, 2),
    ("SpectrumBenchmark.stft", "librosa-stft", 8, 1),
    ("SpectrumBenchmark.welch", "welch", 8, 1),
]


def signal(java, jar):
    """Each pair twice in turns; the peer in its fastest way, with as many threads as ours."""
    for benchmark, name, batch, threads in SIGNAL:
        ours, theirs = [], []
        for _ in range(2):
            ours.append(jmh(java, jar, benchmark, {"batch": batch, "parallelism": threads}))
            theirs.append(peer("signals.py", name, str(batch), str(threads)))
        ratio = statistics.median(t / o for o, t in zip(ours, theirs))
        print(
            f"{name}, {batch} x 160000, {threads} thread(s): ours {min(ours):.2f} ms,"
            f" peer {min(theirs):.2f} ms, ratio {ratio:.2f}",
            flush=True,
        )


def measures(command):
    """Returns the numbers of lines such as "kilobytes 5", by name."""
    found = {}
    for line in subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines():
        name, value = line.split()
        found.setdefault(name, []).append(float(value))
    return found


def mmd(java, jar):
    """Statistics and permutations, with and without the Vector API, in turns with the peers."""
    rows, columns, permutations = "5000", "64", "200"
    shape = {"rows": rows, "columns": columns, "permutations": permutations, "workers": "2"}
    alibi = os.path.join(HERE, ".venv", "alibi", "bin", "python")
    memory = [java, "-Xmx40m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector", "-cp", jar]
    memory += ["io.github.anomalydata.drift.DiscrepancyMemory", *shape.values()]
    found = {}
    for turn in range(TURNS):
        values = {"sgemm of 3000 x 3000": ("ms", peer("mmd.py", "sgemm", rows, columns, permutations))}
        for name, work in (
            ("NumPy", "statistic"),
            ("NumPy, gathered permutations", "permutations"),
            ("NumPy, permutations by GEMM", "gemm"),
        ):
            values[name] = ("ms", peer("mmd.py", work, rows, columns, permutations))
        theirs = measures([alibi, os.path.join(HERE, "alibi.py"), rows, columns, permutations])
        values["alibi-detect"] = ("ms", statistics.median(theirs["milliseconds"]))
        values["alibi-detect, memory"] = ("MB", theirs["kilobytes"][0] / 1024)
        values["alibi-detect, memory of data"] = (
            "MB",
            (theirs["kilobytes"][0] - theirs["imported"][0]) / 1024,
        )
        for name in ("statistic", "statisticPlain", "permutations", "permutationsPlain"):
            values[name] = ("ms", jmh(java, jar, f"MmdBenchmark.{name}$", shape))
        values["ND4J"] = ("ms", jmh(java, jar, "TextbookBenchmark.statistic$", {"rows": rows, "columns": columns}))
        own = measures(memory)
        values["memory"] = ("MB", own["kilobytes"][0] / 1024)
        values["heap"] = ("MB", own["heap"][0] / 1024)
        print(f"turn {turn + 1}: " + ", ".join(f"{k} {v:.1f} {u}" for k, (u, v) in values.items()), flush=True)
        for name, (unit, value) in values.items():
            found.setdefault(name, (unit, []))[1].append(value)
    # Two operations a value and pair; sgemm is of 3000 x 3000 matrices.
    pairs = (2 * int(rows)) ** 2 / 2
    share = [
        100 * pairs * 2 * int(columns) / o / (2 * 3000**3 / s)
        for o, s in zip(found["statistic"][1], found["sgemm of 3000 x 3000"][1])
    ]
    found["statistic, share of the peak of sgemm"] = ("%", share)
    result = os.path.join(HERE, "..", "results", "mmd.csv")
    with open(result, "w") as file:
        for name, (unit, values) in found.items():
            file.write(";".join([name, unit, *(f"{value:.4g}" for value in values)]) + "\n")
    print(f"results in {os.path.normpath(result)}")


def audio(java, jar):
    for preset in ("mimii2019", "dcase2020"):
        ratios = {"call": [], "parts": []}
        for turn in range(TURNS):
            ours = jmh(java, jar, "LogMelBenchmark.image", {"preset": preset})
            for way, found in ratios.items():
                theirs = peer("audio.py", preset, way)
                found.append(theirs / ours)
                print(f"turn {turn + 1}, {preset}: ours {ours:.2f} ms, librosa by {way} {theirs:.2f} ms")
        for way, found in ratios.items():
            print(f"{preset}: {statistics.median(found):.1f} times as fast as librosa by {way}", flush=True)


def mimii(java, jar, folder):
    """Epochs of the same clips through two workers; the peers' workers live on between epochs."""
    for name, tool in (("images", "librosa"), ("images", "torchaudio"), ("cached", "librosa")):
        ours, theirs = [], []
        for _ in range(TURNS):
            ours.append(jmh(java, jar, f"MimiiBenchmark.{name}", {"data": folder}))
            theirs.append(peer("mimii.py", folder, tool))
        ratio = statistics.median(t / o for o, t in zip(ours, theirs))
        print(f"{name}: ours {min(ours):.1f} ms, {tool} {min(theirs):.1f} ms an epoch, ratio {ratio:.1f}", flush=True)


def vision(java, jar):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "image.png")
        for name in ("resize", "decode", "load"):
            ours, theirs = [], []
            for _ in range(TURNS):
                ours.append(jmh(java, jar, f"ImageBenchmark.{name}$", {"file": file}))
                theirs.append(peer("vision.py", name, file, "BILINEAR"))
            ratio = statistics.median(t / o for o, t in zip(ours, theirs))
            print(
                f"{name}: ours {min(ours):.2f} to {max(ours):.2f} ms, Pillow {min(theirs):.2f} to"
                f" {max(theirs):.2f} ms, {ratio:.2f} times as fast",
                flush=True,
            )
        data = os.path.join(folder, "texture")
        ours, theirs = [], []
        for _ in range(TURNS):
            ours.append(jmh(java, jar, "MvtecBenchmark.epoch", {"data": data}))
            theirs.append(peer("vision_batches.py", data))
        ratio = statistics.median(t / o for o, t in zip(ours, theirs))
        print(
            f"batches: ours {min(ours):.0f} to {max(ours):.0f} ms an epoch, DataLoader and torchvision"
            f" {min(theirs):.0f} to {max(theirs):.0f} ms, {ratio:.2f} times as fast",
            flush=True,
        )


COMPARISONS = {
    "turbofan": turbofan,
    "features": features,
    "augment": augment,
    "drift": drift,
    "signal": signal,
    "mmd": mmd,
    "audio": audio,
    "mimii": mimii,
    "vision": vision,
}
OF_FOLDERS = ("turbofan", "mimii")


def main():
    java, jar, name, *arguments = sys.argv[1:]
    if name not in COMPARISONS or len(arguments) != (1 if name in OF_FOLDERS else 0):
        usage = [n + (" DIR" if n in OF_FOLDERS else "") for n in COMPARISONS]
        sys.exit("usage: benchmarks/compare " + " | ".join(usage))
    COMPARISONS[name](java, jar, *[os.path.abspath(folder) for folder in arguments])


if __name__ == "__main__":
    main()
