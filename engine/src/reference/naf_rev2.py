#!/usr/bin/env python3
"""Makes naf-rev2.csv from the npm package @socialgouv/codes-naf 1.1.1 (Apache-2.0).

Usage: npm pack @socialgouv/codes-naf@1.1.1 && tar xzf socialgouv-codes-naf-1.1.1.tgz
       naf_rev2.py package/index.json > engine/src/main/resources/io/limpide/engine/reference/naf-rev2.csv
"""
import json
import re
import sys

nodes = json.load(open(sys.argv[1], encoding="utf-8"))
print("# The 732 sub-classes of the French activity nomenclature, NAF rev. 2 (2008).")
print("# code ; label")
print("# Source: INSEE, through @socialgouv/codes-naf 1.1.1 (Apache-2.0); made by src/reference/naf_rev2.py.")
for node in sorted(nodes, key=lambda node: node["id"]):
    if re.fullmatch(r"\d\d\.\d\d[A-Z]", node["id"]):
        print(node["id"] + ";" + " ".join(node["label"].replace("\u2019", "'").split()).replace(";", ","))
