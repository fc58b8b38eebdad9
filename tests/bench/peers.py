"""The Python peers of tests/bench/run: prints one JSON object. Only the work itself is timed."""

import json
import sys
import time


def read_csv(data):
    import pandas

    began = time.perf_counter()
    frame = pandas.read_csv(data)
    return {"seconds": time.perf_counter() - began, "rows": len(frame)}


def ranking(data):
    import pandas
    from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

    frame = pandas.read_csv(data, usecols=["label", "score"])
    truth = (frame["label"] == "yes").to_numpy().astype("int8")
    score = frame["score"].to_numpy()
    began = time.perf_counter()
    auc = roc_auc_score(truth, score)
    average_precision = average_precision_score(truth, score)
    _, _, thresholds = precision_recall_curve(truth, score)
    took = time.perf_counter() - began
    return {"seconds": took, "roc_auc": auc, "average_precision": average_precision, "points": len(thresholds)}


def slices(data):
    """All one- and two-column slices: a groupby of each column and of each pair."""
    from itertools import combinations

    import pandas

    frame = pandas.read_csv(data, dtype={"e": "float64"})
    columns = [column for column in frame.columns if column != "e"]
    frame[columns] = frame[columns].astype("category")
    began = time.perf_counter()
    groups = 0
    for deep in (1, 2):
        for some in combinations(columns, deep):
            groups += len(frame.groupby(list(some), observed=True)["e"].agg(["count", "sum"]))
    return {"seconds": time.perf_counter() - began, "groups": groups}


def bootstrap(data):
    """Paired bootstrap of the differences of AUC, F1 and cost, sample by sample: 5 replicates, timed for 2,000."""
    import numpy
    import pandas
    from sklearn.metrics import f1_score, roc_auc_score

    frame = pandas.read_csv(data)
    truth, a, b = frame["y"].to_numpy(), frame["a"].to_numpy(), frame["b"].to_numpy()
    amount = frame["amount"].to_numpy()

    def cost(score, of):
        flagged = score[of] >= 0.5
        return numpy.where(truth[of] == 1, ~flagged * 0.5, flagged * 0.15) @ amount[of]

    def differences(of):
        y = truth[of]
        auc = roc_auc_score(y, b[of]) - roc_auc_score(y, a[of])
        f1 = f1_score(y, b[of] >= 0.5) - f1_score(y, a[of] >= 0.5)
        return auc, f1, cost(b, of) - cost(a, of)

    generator = numpy.random.default_rng(1)
    replicates = 5
    began = time.perf_counter()
    for _ in range(replicates):
        differences(generator.integers(0, len(truth), len(truth)))
    return {"seconds": (time.perf_counter() - began) * 2000 / replicates, "replicates": replicates}


if __name__ == "__main__":
    print(json.dumps({"read_csv": read_csv, "ranking": ranking, "slices": slices, "bootstrap": bootstrap}[sys.argv[1]](sys.argv[2])))
