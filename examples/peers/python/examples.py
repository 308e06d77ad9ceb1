"""What the scripts beside this one share: the data, the examples as data, and the measure."""

import argparse
import gzip
import os
import statistics
import time

import numpy

PIXELS = 28 * 28

# name: (batch, corruption, encoder, codings, decoder); layers are (units, activation)
EXAMPLES = {
    "dropout-denoiser": (32, "dropout", [(100, "relu"), (30, "relu")], "plain", [(100, "relu"), (PIXELS, None)]),
    "gaussian-denoiser": (32, "gaussian", [(100, "relu"), (30, "relu")], "plain", [(100, "relu"), (PIXELS, None)]),
    "sparse-l1": (32, None, [(100, "relu"), (300, "sigmoid")], "l1", [(100, "relu"), (PIXELS, None)]),
    "sparse-kl": (32, None, [(100, "relu"), (300, "sigmoid")], "kl", [(100, "relu"), (PIXELS, None)]),
    "variational": (
        128,
        None,
        [(150, "relu"), (100, "relu")],
        "sampled",
        [(100, "relu"), (150, "relu"), (PIXELS, None)],
    ),
}

DROPOUT_RATE = 0.5
GAUSSIAN_DEVIATION = 0.2
L1 = 1e-4
KL_WEIGHT = 5e-3
KL_TARGET = 0.1
SAMPLED_CODINGS = 10


def arguments(modes):
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="folder with Fashion-MNIST's IDX files")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--mode", choices=modes, default=modes[0])
    parser.add_argument("--example", choices=list(EXAMPLES), action="append", help="all by default")
    return parser.parse_args()


def images(folder):
    """The first 55,000 training images, 784 float32 in [0, 1] a row."""
    name = os.path.join(folder, "train-images-idx3-ubyte")
    if os.path.exists(name):
        with open(name, "rb") as file:
            data = file.read()
    else:
        with gzip.open(name + ".gz") as file:
            data = file.read()
    pixels = numpy.frombuffer(data, numpy.uint8, offset=16).reshape(-1, PIXELS)
    return pixels[:55_000].astype(numpy.float32) / 255


def report(label, rows, epoch):
    """Runs an epoch to warm up and three more; prints the median speed of these and the last one's loss."""
    epoch()
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        loss = epoch()
        seconds.append(time.perf_counter() - start)
    print(f"| {label} | {rows / statistics.median(seconds):,.0f} images/s | loss {loss:.4f} |", flush=True)
