"""Times RapidFuzz, whose kernels are bit-parallel C++, on the names that `make bench-jmh` compares.

python rapidfuzz_rates.py, with rapidfuzz and numpy installed. One thread; the best of seven.
Pair by pair, as the kernels are called; and one name with all others, for which RapidFuzz prepares
the name once and compares several others with each instruction.
"""

import time

import rapidfuzz
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

NAMES = [
    "Jean-Baptiste", "GUÉRIN", "Lefebvre", "lefèvre", "Boulangerie du Marché", "O'Connor",
    "de La Tour", "Müller", "Nguyen", "Établissements Durand et Fils", "Martin", "MARTINEZ",
]
TIMES = 200


def best(work, pairs):
    least = float("inf")
    for _ in range(7):
        began = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - began)
    return least / pairs * 1e9


def main():
    print("RapidFuzz", rapidfuzz.__version__)
    lefts = NAMES[0::2] * 2 * TIMES
    rights = NAMES[1::2] * 2 * TIMES
    for name, scorer in (
        ("Jaro-Winkler", JaroWinkler.similarity),
        ("Levenshtein", Levenshtein.distance),
    ):
        pairwise = best(
            lambda: process.cpdist(lefts, rights, scorer=scorer, workers=1), len(lefts)
        )
        all_with_all = best(
            lambda: process.cdist(lefts, rights, scorer=scorer, workers=1),
            len(lefts) * len(rights),
        )
        print(f"{name}: {pairwise:.0f} ns pair by pair, {all_with_all:.0f} ns one with all")


if __name__ == "__main__":
    main()
