"""Splink on DuckDB over a prepared file: splink_peer.py JOB FILE OUT THREADS.

Writes OUT/splink.properties (what it cost: milliseconds, MB) and OUT/splink-WEIGHT.csv (groups).
Configured as Splink's own guides advise for speed: in memory, u from at most 1e6 pairs and stopping
early, a cap on the pairs of each training session, nothing retained that is not asked for, string
measures computed once a pair, Levenshtein and not the far slower Damerau-Levenshtein, training without
term frequencies, prediction with them.
"""

import logging
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator

JOB, FILE, OUT, THREADS = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
WEIGHTS = [0, 3.17, 10, 18, 24, 28, 32, 36, 40]  # match weights; 3.17 is a probability of 0.9


def usage():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter(), used.ru_utime + used.ru_stime


def levels(column, function, thresholds, similar, frequencies):
    """Equal, then the thresholds of one string measure; the measure is computed once a pair."""
    call = f"{function}({column}_l, {column}_r)"
    if len(thresholds) > 1:
        missing = f"{call} = -100 OR {column}_l IS NULL OR {column}_r IS NULL"
    else:
        missing = f"{column}_l IS NULL OR {column}_r IS NULL"
    equal = cll.ExactMatchLevel(column, term_frequency_adjustments=frequencies)
    sign = ">=" if similar else "<="
    some = [cll.CustomLevel(f"{call} {sign} {at}", f"{function} {at}") for at in thresholds]
    null = cll.CustomLevel(missing, f"{column} missing").configure(is_null_level=True)
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[null, equal, *some, cll.ElseLevel()],
    )


def names(column, frequencies=True):
    return levels(column, "jaro_winkler_similarity", [0.92, 0.82], True, frequencies)


def edits(column, most, frequencies=True):
    return levels(column, "levenshtein", list(range(1, most + 1)), False, frequencies)


def place():
    """Postcode, else town: as one, for one follows from the other."""
    null = cll.CustomLevel(
        "(postcode_l IS NULL OR postcode_r IS NULL) AND (city_l IS NULL OR city_r IS NULL)",
        "place missing",
    ).configure(is_null_level=True)
    postcode = cll.ExactMatchLevel("postcode", term_frequency_adjustments=True)
    city = cll.CustomLevel("city_l = city_r", "town")
    return cl.CustomComparison(
        output_column_name="place", comparison_levels=[null, postcode, city, cll.ElseLevel()]
    )


def rule(*columns):
    return " AND ".join(f"l.{column} = r.{column}" for column in columns)


if JOB == "persons":
    comparisons = [
        names("given_name"),
        names("family_name"),
        edits("birth_date", 2, False),
        levels("email", "jaro_winkler_similarity", [0.92], True, True),
        edits("phone", 1),
        edits("mobile", 1),
        levels("address", "jaro_winkler_similarity", [0.9, 0.78], True, True),
        place(),
        levels("company", "jaro_winkler_similarity", [0.9], True, True),
    ]
    rules = [
        rule("email"),
        rule("mobile"),
        rule("phone"),
        rule("family_name", "birth_date"),
        rule("given_name", "birth_date"),
        rule("given_name", "family_name", "postcode"),
        rule("family_name", "address"),
        rule("given_name", "address"),
        rule("birth_date", "postcode"),
        rule("given_name", "family_name", "company"),
    ]
    certain = [rule("email", "given_name"), rule("mobile", "given_name"), rule("given_name", "family_name", "birth_date")]
    trainings = [rule("given_name", "family_name"), rule("birth_date", "postcode"), rule("email")]
else:
    comparisons = [
        names("given_name"),
        names("family_name"),
        edits("birth_date", 2, True),
        names("birth_place"),
        edits("postcode", 2),
        levels("occupation", "jaro_winkler_similarity", [0.93], True, True),
    ]
    rules = [
        rule("family_name"),
        rule("given_name"),
        rule("birth_date"),
        rule("postcode"),
        rule("birth_place"),
    ]
    certain = [rule("given_name", "family_name", "birth_date"), rule("family_name", "postcode")]
    trainings = [rule("given_name", "family_name"), rule("birth_date"), rule("postcode")]

note = {}
phases = []


def phase(name, before):
    after = usage()
    phases.append((name, after[0] - before[0], after[1] - before[1]))
    return after


start = at = usage()
connection = duckdb.connect(":memory:")
connection.execute(f"SET threads = {THREADS}").fetchall()
connection.execute(
    "CREATE TABLE records AS SELECT * FROM read_csv(?, header = true, all_varchar = true, nullstr = '')",
    [FILE],
).fetchall()
api = DuckDBAPI(connection=connection)
records = api.register("records")
at = phase("load", at)
linker = Linker(
    records,
    SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    ),
)
logging.getLogger("splink").setLevel(logging.ERROR)
linker.training.estimate_probability_two_random_records_match(certain, recall=0.7)
at = phase("prior", at)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
at = phase("u", at)
for training in trainings:
    linker.training.estimate_parameters_using_expectation_maximisation(
        training, estimate_without_term_frequencies=True, max_pairs=1e6
    )
at = phase("training", at)
blocked = linker.inference.compute_blocked_pairs_for_predict()
at = phase("blocking", at)
scored = linker.inference.predict(threshold_match_weight=WEIGHTS[0])
at = phase("scoring", at)
groups = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, 0.9)
at = phase("clustering", at)

note["wall"] = round(1000 * (at[0] - start[0]))
note["cpu"] = round(1000 * (at[1] - start[1]))
note["resident"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
for number, (name, wall, cpu) in enumerate(phases):
    note[f"phase.{number}"] = f"{name},{round(1000 * wall)},{round(1000 * cpu)}"
note["pairs"] = connection.execute(
    f"SELECT count(*) FROM {blocked.physical_name}"
).fetchall()[0][0]
note["version"] = f"Splink {splink.__version__}, DuckDB {duckdb.__version__}, Python {sys.version.split()[0]}"
for weight in WEIGHTS:
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(
        scored, threshold_match_weight=weight
    )
    connection.execute(
        f"COPY (SELECT id, cluster_id FROM {groups.physical_name}) TO '{OUT}/splink-{weight}.csv' (HEADER)"
    ).fetchall()
with open(f"{OUT}/splink.properties", "w", encoding="utf-8") as out:
    for name, value in note.items():
        out.write(f"{name}={value}\n")
