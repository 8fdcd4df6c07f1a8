#!/usr/bin/env python3
"""Makes the e-mail tables that come from other people's packages.

Usage: email.py PACKAGES
  PACKAGES holds the unpacked npm packages, fetched with `npm pack NAME@VERSION`:
    disposable-email-domains-js@1.26.0   CC0-1.0
    role-based-email-addresses@3.1.0     MIT
    tlds@1.261.0                         MIT
  in folders of the package's name.

Writes disposable.txt, roles-international.txt and top-level-domains.txt: one entry a line, sorted.
"""

import json
import pathlib
import re
import sys

# Entries of the role list that are given names or places first of all: not a function.
NOT_ROLES = {"alexa", "paris", "sydney", "india", "gardner", "berlin", "denver", "angels", "china"}
# Relays forward to a person's real address: legitimate, and no more short-lived than the person wants.
RELAYS = {"duck.com", "simplelogin.com", "simplelogin.co", "mozmail.com", "relay.firefox.com"}

packages = pathlib.Path(sys.argv[1])
tables = (
    pathlib.Path(__file__).resolve().parents[1]
    / "main/resources/io/limpide/engine/reference/email"
)


def write(name, source, entries):
    lines = [f"# {source}; made by src/reference/email.py"] + sorted(set(entries))
    (tables / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


disposable = json.loads(
    (packages / "disposable-email-domains-js/dist/dict/disposable_email_blocklist.json").read_text()
)
write(
    "disposable.txt",
    "disposable-email-domains-js 1.26.0, CC0-1.0",
    (domain.lower() for domain in disposable if domain not in RELAYS),
)

roles = re.findall(
    r"'([^'\n]+)'", (packages / "role-based-email-addresses/src/index.js").read_text()
)
write(
    "roles-international.txt",
    "role-based-email-addresses 3.1.0, MIT, Copyright (c) 2015 Mixmax, Inc",
    (role for role in roles if role not in NOT_ROLES),
)

tlds = json.loads((packages / "tlds/index.json").read_text())
write(
    "top-level-domains.txt",
    "tlds 1.261.0 (IANA root zone), MIT, Copyright (c) 2013 Stephen Mathieson and 2020 Richie Bendall",
    (tld.encode("idna").decode("ascii") for tld in tlds),
)
