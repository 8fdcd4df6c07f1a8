#!/usr/bin/env python3
"""Packs the given names and family names into the resources of io.limpide.engine.reference.

  build.py FAKER GENDER

FAKER:  unpacked npm package @faker-js/faker 10.6.0 (MIT): French given names with sex, family names
GENDER: unpacked npm package gender-detection-from-name 1.11.5 (MIT): its French names as a set; its genders are wrong
Beside them: given-names.txt and surnames.txt, written for this project. Needs node, to read the packages.
"""
import json
import pathlib
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "main/resources/io/limpide/engine/reference"
# Not names: what the set took from initials, particles and forms.
NOISE = set("""le la les de des du da do dos del della di el al den der van von vom zu saint sainte st ste dit dite epouse
veuve nee monsieur madame mademoiselle mme mlle mr mrs dr docteur inconnu inconnue anonyme sans prenom nom test client
jr junior senior fils pere mere and the et ou ep vve""".split())
PLAIN = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}


def key(name):
    name = "".join(PLAIN.get(c, c) for c in name.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalnum())


def node(script):
    return json.loads(subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True).stdout)


def lists(file):
    """Reads "head: word word" lists whose lines may be folded."""
    head = None
    for line in (HERE / file).read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" ") and ":" in line:
            head, line = line.split(":", 1)
        for word in line.split():
            yield head, word.replace("_", " ")


def given_names(faker):
    names = {}  # key -> [spellings, sex, rank]
    for head, word in lists("given-names.txt"):
        sex, rank = head.split()
        names[key(word.split("/")[0])] = [word, sex, rank]
    for sex, there in (("f", faker["female"]), ("m", faker["male"])):
        for name in there:
            entry = names.setdefault(key(name), [name, sex + "+", "2"])
            if entry[1].endswith("+") and entry[1][0] != sex:
                entry[1] = "x+"
    return {k: (v[0], v[1][0], v[2]) for k, v in names.items()}


def write(file, comment, rows):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / file).write_text("".join(f"# {line}\n" for line in comment) + "".join(r + "\n" for r in rows), "utf-8")


def main(faker_dir, gender_dir):
    faker = node(
        f"import('{faker_dir}/dist/locale/fr.js').then(m => {{ const p = m.faker.rawDefinitions.person;"
        "console.log(JSON.stringify({female: p.first_name.female, male: p.first_name.male,"
        "last: p.last_name.generic})) })")
    gender = node(
        f"const s = require('fs').readFileSync('{gender_dir}/names/fr.js', 'utf8');"
        "console.log(JSON.stringify([...s.matchAll(/\\[(['\"`])(.*?)\\1\\s*,/g)].map(m => m[2])))")
    given = given_names(faker)
    write("given-names.csv",
          ["spelling(s);sex (m, f, x);rank (1 borne by many, 2 usual)",
           "Written for this project; completed from @faker-js/faker 10.6.0 (MIT), French locale."],
          sorted(";".join(v) for v in given.values()))
    known = {key(n) for n in gender} - set(given) - NOISE
    write("given-names-known.txt",
          ["Names that somebody bears, folded; from gender-detection-from-name 1.11.5 (MIT), its names only."],
          sorted(k for k in known if len(k) > 2 and not any(c.isdigit() for c in k)))
    surnames = {}
    for rank, word in lists("surnames.txt"):
        entry = surnames.setdefault((key(word), word), rank)
        surnames[key(word), word] = min(entry, rank)
    have = {k for k, _ in surnames}
    for name in faker["last"]:
        if key(name) not in have:
            surnames[key(name), name.title()] = "1"
    write("surnames.csv",
          ["spelling;rank (1 borne by many, 2 usual)",
           "Written for this project; completed from @faker-js/faker 10.6.0 (MIT), French locale."],
          sorted(f"{word};{rank}" for (_, word), rank in surnames.items()))


main(*sys.argv[1:])
