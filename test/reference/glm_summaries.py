"""Fits small made-up data sets with statsmodels and prints what it says of them as JSON.

    python3 test/reference/glm_summaries.py | npx prettier --stdin-filepath x.json \\
        > test/unit/core/glm/fixtures/statsmodels.json

Needs statsmodels 0.13 (Debian: python3-statsmodels). Deterministic: no random numbers.
"""

import json
import math
import re
import warnings

import numpy as np
import statsmodels
import statsmodels.api as sm

warnings.simplefilter("ignore")


def scatter(i, k):
    """A number between -1 and 1 that looks random and is the same on every machine."""
    scattered = math.sin(12.9898 * i + 78.233 * k) * 43758.5453
    return round(2 * (scattered - math.floor(scattered)) - 1, 6)


N = 24
SIZE = [round(6 + 1.5 * scatter(i, 1), 3) for i in range(N)]
AGE = [round(200 + 150 * scatter(i, 2)) for i in range(N)]
AUDIO = [1 if i % 7 == 3 else 0 for i in range(N)]
NOISE = [scatter(i, 4) for i in range(N)]
DESIGN = {"const": [1.0] * N, "parameters": SIZE, "repo_age": AGE, "Audio": AUDIO}
LINEAR = [-4 + 1.2 * SIZE[i] + 0.002 * AGE[i] + 2 * AUDIO[i] + NOISE[i] for i in range(N)]
LINKS = {"identity": "identity", "log": "log", "logit": "logit", "inverse": "inverse_power"}

CASES = {
    # name: (family, link, design, response)
    "gaussian": ("Gaussian", "identity", DESIGN, [round(v, 4) for v in LINEAR]),
    "large and small numbers": (
        "Gaussian",
        "identity",
        {"const": DESIGN["const"], "parameters": [v * 1e7 for v in SIZE], "a name longer than any other": AGE},
        [round(v * 23456, 2) for v in LINEAR],
    ),
    "gaussian, log link": ("Gaussian", "log", DESIGN, [round(math.exp(v / 8), 4) for v in LINEAR]),
    "poisson": ("Poisson", "log", DESIGN, [math.floor(math.exp(v / 4)) for v in LINEAR]),
    "gamma": ("Gamma", "log", DESIGN, [round(math.exp(v / 3), 4) for v in LINEAR]),
    "gamma, inverse link": ("Gamma", "inverse", DESIGN, [round(1 / (4 + v / 4 + scatter(i, 5)), 5) for i, v in enumerate(LINEAR)]),
    "binomial": ("Binomial", "logit", DESIGN, [1 if (v - 4) / 4 + scatter(i, 7) > 0 else 0 for i, v in enumerate(LINEAR)]),
    "proportions": ("Binomial", "logit", DESIGN, [round(1 / (1 + math.exp(4 - v + scatter(i, 6))), 4) for i, v in enumerate(LINEAR)]),
}


def fit(family, link, design, response):
    link_class = getattr(sm.families.links, LINKS[link])
    model = sm.GLM(
        np.array(response),
        np.column_stack([np.array(column, float) for column in design.values()]),
        family=getattr(sm.families, family)(link_class()),
    )
    return model.fit()


def case(family, link, design, response):
    result = fit(family, link, design, response)
    interval = result.conf_int()
    text = str(result.summary(xname=list(design)))
    text = re.sub(r"(Date: +)\w{3}, \d\d \w{3} \d{4}", r"\1Fri, 07 Mar 2025", text)
    text = re.sub(r"(Time: +)\d\d:\d\d:\d\d", r"\g<1>09:05:03", text)
    return {
        "family": family.lower(),
        "link": link,
        "design": design,
        "response": response,
        "fit": {
            "columns": list(design),
            "nobs": int(result.nobs),
            "dfModel": int(result.df_model),
            "dfResid": int(result.df_resid),
            "params": result.params.tolist(),
            "bse": result.bse.tolist(),
            "z": result.tvalues.tolist(),
            "p": result.pvalues.tolist(),
            "ciLow": interval[:, 0].tolist(),
            "ciHigh": interval[:, 1].tolist(),
            "scale": float(result.scale),
            "deviance": float(result.deviance),
            "nullDeviance": float(result.null_deviance),
            "logLik": float(result.llf),
            "logLikNull": float(result.llnull),
            "pearsonChi2": float(result.pearson_chi2),
            "pseudoR2CS": float(result.pseudo_rsquared("cs")),
            "r2Deviance": float(1 - result.deviance / result.null_deviance),
            "aic": float(result.aic),
            "bicDeviance": float(result.bic_deviance),
            "bicLogLik": float(result.bic_llf),
            "iterations": int(result.fit_history["iteration"]),
            "cov": result.cov_params().tolist(),
        },
        "summary": text,
    }


NUMBERS = [0.0, -0.0, 0.0625, -0.0625, 0.1875, 2.5, 1.0005, 9999.99951, 12345.678, 0.00012345, 0.99996, 99999.5]
NUMBERS += [2162.25, 2162.35, 100000.0, 1e-5, -1.5e-7, 3e-140, 1e22, -123456789.0, float("nan"), float("inf")]
FORMATS = ["%.3f", "%.4f", "%.3g", "%.4g", "%#.5g", "%#.3g", "%#.4g"]

print(
    json.dumps(
        {
            "made by": "test/reference/glm_summaries.py, statsmodels " + statsmodels.__version__,
            "cases": {name: case(*data) for name, data in CASES.items()},
            "numbers": [{"value": repr(v), "printed": {f: f % v for f in FORMATS}} for v in NUMBERS],
        },
        indent=1,
    )
)
