"""Seconds that NumPy takes for the unbiased CKA that AlignmentBenchmarks measures.

Both ways are tried: through the products of units (features), and through those of samples (Gram).
"""

import sys
import time

import numpy as np

SAMPLES, UNITS, ROUNDS = 10_000, 2_048, 5


def estimate(trace, diagonal, one, other):
    """Unbiased HSIC of centred features from tr(XX' YY') and the squared norms of samples."""
    n = len(one)
    return (trace - diagonal + one.sum() * other.sum() / ((n - 1) * (n - 2))
            - 2 / (n - 2) * diagonal) / (n * (n - 3))


def features(x, y):
    x = x - x.mean(0)
    y = y - y.mean(0)
    norm_x = np.einsum("ij,ij->i", x, x, dtype=np.float64)
    norm_y = np.einsum("ij,ij->i", y, y, dtype=np.float64)

    def hsic(a, b, norm_a, norm_b):
        product = a.T @ b
        trace = np.einsum("ij,ij->", product, product, dtype=np.float64)
        return estimate(trace, norm_a @ norm_b, norm_a, norm_b)

    return hsic(x, y, norm_x, norm_y) / np.sqrt(
        hsic(x, x, norm_x, norm_x) * hsic(y, y, norm_y, norm_y))


def gram(x, y):
    k = x @ x.T
    l = y @ y.T
    np.fill_diagonal(k, 0)
    np.fill_diagonal(l, 0)
    n = len(k)

    def hsic(a, b):
        sum_a = a.sum(0, dtype=np.float64)
        sum_b = b.sum(0, dtype=np.float64)
        return (np.vdot(a, b) + sum_a.sum() * sum_b.sum() / ((n - 1) * (n - 2))
                - 2 / (n - 2) * (sum_a @ sum_b)) / (n * (n - 3))

    return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))


random = np.random.default_rng(1)
x = random.standard_normal((SAMPLES, UNITS), dtype=np.float32)
y = random.standard_normal((SAMPLES, UNITS), dtype=np.float32)
for way in (features, gram) if "--gram" in sys.argv else (features,):
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        value = way(x, y)
        seconds.append(time.perf_counter() - start)
    print(f"{way.__name__}: {value:.6f}, median {np.median(seconds):.2f} s, "
          + " ".join(f"{each:.2f}" for each in seconds))
