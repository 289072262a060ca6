"""Writes test/assistant/statistics/kappa-tables.csv: 1,000 random tables with Cohen's kappa and its interval of 95 % as statsmodels
computes them, so that kappa.ts is checked against other people's code.

    python3 -m pip install statsmodels==0.15.0
    python3 bench/kappa-tables.py > test/assistant/statistics/kappa-tables.csv

A line: the number of categories, the counts by rows (first rater) and, unweighted, with linear and with quadratic weights, kappa, the
lower and the upper end.
"""

import numpy
from statsmodels.stats.inter_rater import cohens_kappa

random = numpy.random.default_rng(8)


def draw():
    size = int(random.integers(2, 6))
    pairs = int(random.integers(30, 400))
    agreeing = random.random()
    shares = random.dirichlet(numpy.ones(size * size)).reshape(size, size) * (1 - agreeing)
    shares += numpy.diag(random.dirichlet(numpy.ones(size))) * agreeing
    return random.multinomial(pairs, (shares / shares.sum()).ravel()).reshape(size, size)


def measured(table):
    for weights in (None, "linear", "quadratic"):
        result = cohens_kappa(table, wt=weights)
        yield from (result.kappa, result.kappa_low, result.kappa_upp)


print("categories,counts,kappa,low,high,linear,low,high,quadratic,low,high")
written = 0
while written < 1000:
    table = draw()
    numbers = list(measured(table))
    if not numpy.isfinite(numbers).all():
        continue
    counts = " ".join(str(count) for count in table.ravel())
    print(f"{len(table)},{counts}," + ",".join(f"{number:.11f}" for number in numbers))
    written += 1
