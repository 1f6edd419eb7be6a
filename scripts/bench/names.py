"""Compare matchers of names on the same labelled pairs, in one run.

    python scripts/bench/name_pairs.py WORDS.txt > pairs.tsv
    pip install unidecode anyascii rapidfuzz fingerprints nomenklatura
    python scripts/bench/names.py pairs.tsv [fresh.tsv] [--half tuning|held-out|fresh]

Prints precision, recall and F1 (``same`` and ``compatible`` count as a match), comparisons a
second, and how many pairs of each category are right. A matcher that is not installed is
passed over. Thresholds of peers that score are the best on the tuning half.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

Row = dict[str, str]
Score = Callable[[Row], float]

_GAPS = re.compile(r"[\W_]+")


def by_termkit(_: list[Row]) -> Score:
    from termkit.names import compare_names

    known = {"1": True, "0": False, "": None}

    def score(row: Row) -> float:
        return float(
            bool(
                compare_names(
                    row["a"], row["b"], marks_a=known[row["marks_a"]], marks_b=known[row["marks_b"]]
                )
            )
        )

    return score


def by_key(key: Callable[[str], object]) -> Score:
    return lambda row: float(key(row["a"]) == key(row["b"]))


def by_unidecode(_: list[Row]) -> Score:
    from unidecode import unidecode

    return by_key(lambda name: _GAPS.sub(" ", unidecode(name)).lower().strip())


def by_anyascii(_: list[Row]) -> Score:
    from anyascii import anyascii

    return by_key(lambda name: _GAPS.sub(" ", anyascii(name)).lower().strip())


def by_fingerprints(_: list[Row]) -> Score:
    import fingerprints

    return by_key(lambda name: fingerprints.generate(name) or name)


def by_rapidfuzz(tuning: list[Row]) -> Score:
    from rapidfuzz.fuzz import token_sort_ratio
    from unidecode import unidecode

    def ratio(row: Row) -> float:
        one, other = (_GAPS.sub(" ", unidecode(row[side])).lower() for side in "ab")
        return float(token_sort_ratio(one, other))

    return at_best_threshold(ratio, tuning, 50)


def by_logic_v2(tuning: list[Row]) -> Score:
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig

    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = ScoringConfig.defaults()

    def entity(name: str):  # type: ignore[no-untyped-def]
        found = model.make_entity("Person")
        found.id = name
        found.add("name", name)
        return found

    def ratio(row: Row) -> float:
        return float(algorithm.compare(entity(row["a"]), entity(row["b"]), config).score)

    return at_best_threshold(ratio, tuning[::20], 0.5)


def at_best_threshold(ratio: Score, tuning: list[Row], least: float) -> Score:
    """The scorer as a yes or no, at the threshold with the best F1 on the tuning half.

    Not below ``least``: there a scorer that accepts every pair would be the best.
    """
    scored = sorted(((ratio(row), row["label"] == "1") for row in tuning), reverse=True)
    positives = sum(label for _, label in scored)
    best, threshold, right = 0.0, 1.0, 0
    for n, (value, label) in enumerate(scored, 1):
        right += label
        f1 = 2 * right / (n + positives)
        if f1 > best and value >= least:
            best, threshold = f1, value
    return lambda row: float(ratio(row) >= threshold)


MATCHERS: dict[str, Callable[[list[Row]], Score]] = {
    "termkit": by_termkit,
    "unidecode": by_unidecode,
    "anyascii": by_anyascii,
    "token_sort": by_rapidfuzz,
    "fingerprints": by_fingerprints,
    "logic-v2": by_logic_v2,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--half", choices=("tuning", "held-out", "fresh"))
    parser.add_argument("--only", choices=tuple(MATCHERS), action="append")
    parser.add_argument("--wrong", type=int, default=0, help="show N wrong pairs of each category")
    args = parser.parse_args()
    rows: list[Row] = []
    for path in args.pairs:
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    halves = list(dict.fromkeys(row["half"] for row in rows))
    tuning = [row for row in rows if row["half"] == "tuning"] or rows[::2]
    matchers = {}
    for name in args.only or MATCHERS:
        try:
            matchers[name] = MATCHERS[name](tuning)
        except (ImportError, AssertionError) as problem:
            print(f"{name}: not installed, passed over ({problem})", file=sys.stderr)
    for half in (args.half,) if args.half else halves:
        report(half, [row for row in rows if row["half"] == half], matchers, args.wrong)


def report(half: str, rows: list[Row], matchers: dict[str, Score], wrong: int) -> None:
    """Print one half's table."""
    right: dict[str, dict[str, float]] = defaultdict(dict)
    totals: dict[str, tuple[float, ...]] = {}
    by_category: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_category[("- " if row["label"] == "0" else "+ ") + row["category"]].append(row)
    for name, score in matchers.items():
        hits = misses = alarms = 0
        for row in rows[::40]:  # what is loaded once is not timed
            score(row)
        started = time.process_time()
        found = {
            category: [score(row) >= 0.5 for row in part] for category, part in by_category.items()
        }
        seconds = time.process_time() - started
        started = time.process_time()
        for row in rows if seconds < 4 else ():  # the same names once more: caches are warm
            score(row)
        again = (time.process_time() - started) if seconds < 4 else seconds
        for category, verdicts in found.items():
            label = category.startswith("+")
            correct = sum(verdict is label for verdict in verdicts)
            right[category][name] = 100 * correct / len(verdicts)
            hits += sum(verdicts) if label else 0
            misses += len(verdicts) - sum(verdicts) if label else 0
            alarms += 0 if label else sum(verdicts)
            if name == "termkit":
                bad = [
                    row
                    for row, verdict in zip(by_category[category], verdicts, strict=True)
                    if verdict is not label
                ]
                for row in bad[:wrong]:
                    print(f"  {category}: {row['a']} | {row['b']}", row["marks_a"])
        precision = 100 * hits / max(1, hits + alarms)
        recall = 100 * hits / max(1, hits + misses)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        totals[name] = (precision, recall, f1, len(rows) / seconds, len(rows) / again)
    print(f"\n{half}: {len(rows)} pairs")
    print(f"{'':<28}" + "".join(f"{name:>13}" for name in matchers))
    for n, label in enumerate(("precision", "recall", "F1")):
        print(f"{label:<28}" + "".join(f"{totals[name][n]:>13.2f}" for name in matchers))
    for n, label in ((3, "pairs a second"), (4, "  names met before")):
        print(f"{label:<28}" + "".join(f"{totals[name][n]:>13,.0f}" for name in matchers))
    for category in sorted(by_category):
        label = f"{category} ({len(by_category[category])})"
        print(f"{label:<28}" + "".join(f"{right[category][name]:>13.1f}" for name in matchers))


if __name__ == "__main__":
    main()
