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


if __name__ == "__main__":
    print(json.dumps({"read_csv": read_csv, "ranking": ranking, "slices": slices}[sys.argv[1]](sys.argv[2])))
