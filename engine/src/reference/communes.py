#!/usr/bin/env python3
"""Packs the French communes into engine/src/main/resources/io/limpide/engine/reference/.

Run in an empty folder, after
    npm pack @etalab/decoupage-administratif@6.0.0
    npm pack codes-postaux@4.1.2
The first gives what exists (code officiel géographique 2026, La Poste's postcodes, populations);
the second adds postcodes and locality labels of DGFiP's FIMOCT that the first lacks, and the
postcodes of former communes. Both are MIT; the data is under Licence Ouverte 2.0.

communes.tsv.gz, one line each: code, name, postcodes (space separated), population, kind, parent.
Kinds: nothing = a commune of today; A = arrondissement of Paris, Lyon or Marseille;
D = commune déléguée, S = commune associée (parent: the commune of today); L = a locality to which
La Poste gives that postcode, though its name is not the commune's (code: of the commune).
departments.tsv: code, name, region; code of the region, name.
"""

import collections
import gzip
import io
import json
import re
import sys
import tarfile
import unicodedata

RESOURCES = sys.argv[1] if len(sys.argv) > 1 else "."


def member(archive, name):
    with tarfile.open(archive) as tar:
        return json.load(tar.extractfile("package/" + name))


def fold(name):
    name = name.replace("œ", "oe").replace("Œ", "OE")
    name = unicodedata.normalize("NFD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).upper()
    return re.sub("[^A-Z0-9]+", " ", name).strip()


def article_first(name):
    """HAVRE (LE) becomes LE HAVRE."""
    article = re.fullmatch(r"(.+?)\s*\((LE|LA|LES|L'|L)\s*\)", name.upper())
    return article.group(2) + " " + article.group(1) if article else name


def key(name):
    """The same as PlaceNames.key: what spellings of one name have in common."""
    words = {"ST": "SAINT", "STE": "SAINTE", "STS": "SAINTS", "STES": "SAINTES", "S": "SUR", "LEZ": "LES"}
    return "".join(words.get(w, w) for w in fold(name).split())


communes = member("etalab-decoupage-administratif-6.0.0.tgz", "data/communes.json")
departments = member("etalab-decoupage-administratif-6.0.0.tgz", "data/departements.json")
regions = member("etalab-decoupage-administratif-6.0.0.tgz", "data/regions.json")
fimoct = member("codes-postaux-4.1.2.tgz", "codes-postaux.json")
streets = member("codes-postaux-4.1.2.tgz", "codes-postaux-full.json")

today = {c["code"]: c for c in communes if c["type"] in ("commune-actuelle", "arrondissement-municipal")}
heir = {old: c["code"] for c in today.values() for old in c.get("anciensCodes", [])}
postcodes = {code: set(c.get("codesPostaux", [])) for code, c in today.items()}
names = {(postcode, key(today[code]["nom"])) for code, found in postcodes.items() for postcode in found}
labels = collections.defaultdict(set)
former = collections.defaultdict(set)
for row in fimoct:
    code = row["codeCommune"] if row["codeCommune"] in today else heir[row["codeCommune"]]
    # The street file gives postcodes of every quarter that an arrondissement touches: too many.
    if today[code]["type"] == "arrondissement-municipal":
        continue
    label = article_first(row["libelleAcheminement"].strip())
    if key(label) == key(today[code]["nom"]):
        postcodes[code].add(row["codePostal"])
    elif (row["codePostal"], key(label)) not in names:
        # Where the label is another commune's name, a street of this one belongs to that one's post.
        postcodes[code].add(row["codePostal"])
        labels[(code, label)].add(row["codePostal"])
for row in streets:
    if row.get("codeAncienneCommune"):
        former[row["codeAncienneCommune"]].add(row["codePostal"])

lines = []
for commune in communes:
    kind = {"commune-actuelle": "", "arrondissement-municipal": "A", "commune-deleguee": "D", "commune-associee": "S"}[commune["type"]]
    code = commune["code"]
    parent = commune.get("chefLieu") or commune.get("commune") or ""
    codes = former[code] if kind in ("D", "S") else postcodes[code]
    if kind in ("D", "S") and key(commune["nom"]) == key(today[parent]["nom"]):
        continue
    lines.append((code, " DSA".index(kind or " "), [commune["nom"], " ".join(sorted(codes)), str(commune.get("population") or ""), kind, parent]))
former_names = {(line[2][4], key(line[2][0])) for line in lines if line[1]}
for (code, label), codes in labels.items():
    if (code, key(label)) not in former_names:
        lines.append((code, 9, [label, " ".join(sorted(codes)), "", "L", ""]))
lines.sort(key=lambda line: (line[0], line[1], line[2]))
text = "".join("\t".join([code] + cells).rstrip("\t") + "\n" for code, _, cells in lines)
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as out:
    out.write(text.encode())
with open(RESOURCES + "/communes.tsv.gz", "wb") as out:
    out.write(buffer.getvalue())
with open(RESOURCES + "/departments.tsv", "w") as out:
    for department in departments:
        out.write("\t".join([department["code"], department["nom"], department.get("region") or ""]) + "\n")
    for region in regions:
        out.write("\t".join(["R" + region["code"], region["nom"]]) + "\n")
print(len(lines), "lines", len(text.encode()), "bytes", len(buffer.getvalue()), "packed")
