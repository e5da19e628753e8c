"""Times statsmodels on the design it is given; prints milliseconds as JSON. Called by glm.ts.

    python3 statsmodels_peer.py design.csv     (columns: y, then the design's)
"""

import json
import sys
import time
import warnings

import numpy as np
import statsmodels
import statsmodels.api as sm
from statsmodels.stats.outliers_influence import variance_inflation_factor

warnings.simplefilter("ignore")


def fit(y, X):
    return sm.GLM(y, X, family=sm.families.Gaussian()).fit()


def cook_loop(y, X):
    while True:
        result = fit(y, X)
        flagged = result.get_influence().cooks_distance[0] > 4 / len(y)
        if not flagged.any():
            return y, X
        y, X = y[~flagged], X[~flagged]


def pipeline(y, X):
    y, X = cook_loop(y, X)
    while True:
        factors = [variance_inflation_factor(X, j) for j in range(1, X.shape[1])]
        over = [j + 1 for j, factor in enumerate(factors) if factor > 5]
        if not over:
            break
        X = np.delete(X, min(over, key=lambda j: X[:, j].sum()), 1)
    result = fit(y, X)
    return result.bse, result.pvalues, result.conf_int(), result.llf, result.pseudo_rsquared("cs")


def milliseconds(work, rounds):
    times = []
    processor = time.process_time()
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    processor = (time.process_time() - processor) * 1000 / rounds
    times.sort()
    return {"best": times[0], "median": times[len(times) // 2], "cpu": processor}


table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
y, X = table[:, 0], np.ascontiguousarray(table[:, 1:])
random = np.random.default_rng(1)
many = np.column_stack([np.ones(1_000_000), random.normal(size=(1_000_000, X.shape[1] - 1))])
response = many @ np.ones(many.shape[1]) + random.normal(size=1_000_000)
print(
    json.dumps(
        {
            "version": statsmodels.__version__,
            "loop": milliseconds(lambda: cook_loop(y, X), 15),
            "pipeline": milliseconds(lambda: pipeline(y, X), 15),
            "fit": milliseconds(lambda: fit(y, X).bse, 50),
            "million": milliseconds(lambda: fit(response, many).bse, 3),
        }
    )
)
