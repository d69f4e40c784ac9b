"""Compares validators of the JSON Schema with the crate, document by document.

usage: python agree.py WORK COUNT SEED [--types] [--long]

Each validator validates COUNT documents with the rules and with the types; a slow one validates a tenth of them.
With --types only the types are used.
With --long a validator validates a million documents if it can in twenty minutes, and COUNT otherwise. Validators that
Debian packages are included, and the table of schema/README.md is printed.
"""

import itertools
import json
import os
import pathlib
import subprocess
import sys

import validators

MILLION, MINUTES = 1_000_000, 20
TYPES = "request-body.types.json"


class Documents:
    """Documents, one per line, and the crate's results in the protocol of `verdicts/verdict.py`."""

    def __init__(self, work, count, seed):
        self.path, self.reference, self.work = work / f"documents-{count}", work / f"reference-{count}", work
        with open(self.path, "wb") as output:
            generator = validators.executable("--package", "agreement", "--bin", "documents")
            subprocess.run([generator, str(count), seed], check=True, stdout=output)
        schema = json.loads(pathlib.Path("schema/request-body.json").read_text(encoding="utf-8"))
        rules = {json.dumps(rule["x-lts-error"], sort_keys=True): str(n) for n, rule in enumerate(schema["allOf"])}
        validate = [validators.executable("--package", "lts-validate"), "--lines", "--all", self.path]
        with subprocess.Popen(validate, stdout=subprocess.PIPE) as crate, open(self.reference, "w") as output:
            for line in crate.stdout:
                # Either the request in wire form or the list of its errors.
                errors = json.loads(line) if line.startswith(b"[") else []
                failed = [rules[json.dumps(error, sort_keys=True)] for error in errors]
                output.write(" ".join(["rejected" if errors else "accepted", *failed]) + "\n")

    def compare(self, validator, schema):
        """Returns how many documents there are, how many have a known difference, and how many another one."""
        found = self.work / f"found-{validator.name.replace('/', '-')}"
        validator.validate(schema, self.path, found)
        total = known = unknown = 0
        verdict_only = validator.lacks or schema == TYPES
        with open(self.path, encoding="utf-8") as documents, open(self.reference) as reference, open(found) as results:
            for document, expected, result in itertools.zip_longest(documents, reference, results):
                if None in (document, expected, result):
                    sys.exit(f"{validator.name} prints too many lines or too few")
                total += 1
                if verdict_only:
                    expected = expected.split()[0] + "\n"
                if result == expected:
                    continue
                if validator.differs and validator.differs[1](json.loads(document)):
                    known += 1
                    continue
                unknown += 1
                if unknown <= 10:
                    print(f"{validator.name} differs on {document}  expected {expected}  found {result}", file=sys.stderr)
        return total, known, unknown


def seconds_of_children():
    """Returns processor time, because the machine may be busy."""
    times = os.times()
    return times.children_user + times.children_system


def main(work, count, seed, *options):
    work, long = pathlib.Path(work), "--long" in options
    few = Documents(work, int(count), seed)
    many, fewer = (Documents(work, MILLION, seed), None) if long else (None, Documents(work, int(count) // 10, seed))
    rows, failed = [], 0
    all_validators = [validators.in_python(), validators.in_javascript(), validators.in_rust()]
    if long and "--types" not in options:
        all_validators.append(validators.of_debian(work))
    for validator in itertools.chain.from_iterable(all_validators):
        totals = []
        for schema in [TYPES] if "--types" in options else [validator.schema, TYPES]:
            before = seconds_of_children()
            total, known, unknown = (few if long or not validator.slow else fewer).compare(validator, schema)
            seconds = seconds_of_children() - before
            if long and seconds * MILLION / int(count) < MINUTES * 60:
                total, known, unknown = many.compare(validator, schema)
            # Fails if a documented difference does not occur.
            failed += unknown > 0 or bool(validator.differs) != bool(known)
            print(
                f"{validator.name}, {schema}: {total} documents, {unknown} differ, {known} as documented, {seconds:.0f} s",
                flush=True,
            )
            totals.append(f"{total:,}")
        verdict = f"the crate's, except for {validator.differs[0]}" if validator.differs else "the crate's"
        errors = f"no: {validator.lacks}" if validator.lacks else "yes"
        cells = [validator.name, validator.language, validator.version, *totals, verdict, errors]
        rows.append(f"| {' | '.join(cells)} |")
    if long and "--types" not in options:
        print("| validator | language | version | documents | documents, types | verdict | ordered errors |")
        print("|---|---|---|---|---|---|---|", *rows, sep="\n")
    sys.exit(failed > 0)


main(*sys.argv[1:])
