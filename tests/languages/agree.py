"""Holds validators of the JSON Schema against the crate, document by document.

usage: python agree.py WORK COUNT SEED
       python agree.py WORK COUNT SEED --long

Each validator judges COUNT documents, a slow one a tenth of them.
With --long a validator judges a million documents if it can in twenty minutes, and COUNT if not; those of Debian do it,
too, and the table of schema/README.md is printed.
"""

import itertools
import json
import os
import pathlib
import subprocess
import sys

import validators

MILLION, MINUTES = 1_000_000, 20


class Documents:
    """Documents, a line each, and what the crate says of them in the protocol of the judges."""

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
                # The request in wire form, or the list of its errors.
                errors = json.loads(line) if line.startswith(b"[") else []
                failed = [rules[json.dumps(error, sort_keys=True)] for error in errors]
                output.write(" ".join(["refused" if errors else "accepted", *failed]) + "\n")

    def compare(self, validator):
        """What the validator says on all of them: how many, how many that differ as is known, how many otherwise."""
        found = self.work / f"found-{validator.name.replace('/', '-')}"
        validator.judge(self.path, found)
        total = known = unknown = 0
        with open(self.path, encoding="utf-8") as documents, open(self.reference) as reference, open(found) as results:
            for document, expected, result in itertools.zip_longest(documents, reference, results):
                if None in (document, expected, result):
                    sys.exit(f"{validator.name} gives too many lines or too few")
                total += 1
                if validator.lacks:
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


def main(work, count, seed, *options):
    work, long = pathlib.Path(work), options == ("--long",)
    few = Documents(work, int(count), seed)
    many, fewer = (Documents(work, MILLION, seed), None) if long else (None, Documents(work, int(count) // 10, seed))
    rows, failed = [], 0
    all_validators = [validators.in_python(), validators.in_javascript(), validators.in_rust()]
    if long:
        all_validators.append(validators.of_debian(work))
    for validator in itertools.chain.from_iterable(all_validators):
        before = os.times()
        total, known, unknown = (few if long or not validator.slow else fewer).compare(validator)
        after = os.times()
        # The processor's time: the machine may have other work.
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        if long and seconds * MILLION / int(count) < MINUTES * 60:
            total, known, unknown = many.compare(validator)
        # A difference that is claimed and does not show is wrong, too.
        failed += unknown > 0 or bool(validator.differs) != bool(known)
        print(f"{validator.name}: {total} documents, {unknown} differ, {known} as is known, {seconds:.0f} s", flush=True)
        verdict = f"the crate's, except {validator.differs[0]}" if validator.differs else "the crate's"
        errors = f"no: {validator.lacks}" if validator.lacks else "yes"
        rows.append(f"| {validator.name} | {validator.language} | {validator.version} | {total:,} | {verdict} | {errors} |")
    if long:
        print("| validator | language | version | documents | verdict | ordered errors |\n|---|---|---|---|---|---|")
        print(*rows, sep="\n")
    sys.exit(failed > 0)


main(*sys.argv[1:])
