"""The validators that are compared with the crate, and the command of each."""

import dataclasses
import importlib.metadata
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path("tests/languages")
VERDICTS = HERE / "verdicts"
NO_PATHS = "no schema paths, and it knows no later draft than 7"


def period(document):
    """Returns the period if it is a number with a fraction or an exponent."""
    value = document.get("period") if isinstance(document, dict) else None
    return value if isinstance(value, float) else None


def is_misread_by_valijson(document):
    return (period(document) or 0.5).is_integer() or "\\u0000" in json.dumps(document)


def is_rounded_by_perl(document):
    return float(f"{period(document) or 0.5:.15g}").is_integer()


@dataclasses.dataclass
class Validator:
    name: str
    language: str
    version: str
    command: list
    # Why it cannot report the ordered errors; empty if it can.
    lacks: str = ""
    # The documents on which its verdict differs, in words and as a predicate.
    differs: tuple = ()
    schema: str = "request-body.json"
    # Takes more than a minute for 20,000 documents.
    slow: bool = False

    def validate(self, schema, documents, found):
        with open(documents, "rb") as stdin, open(found, "wb") as stdout:
            subprocess.run([*self.command, f"schema/{schema}"], check=True, stdin=stdin, stdout=stdout)


def executable(*arguments):
    """Builds a binary and returns its path."""
    command = ["cargo", "build", "--quiet", "--release", "--message-format", "json-render-diagnostics", *arguments]
    messages = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    [path] = [path for message in messages if (path := json.loads(message).get("executable"))]
    return path


def in_python():
    def validator(name, **more):
        version = importlib.metadata.version(name)
        return Validator(name, "Python", version, [sys.executable, VERDICTS / "verdict.py", name], **more)

    yield validator("jsonschema")
    yield validator("jsonschema-rs")
    yield validator("jschon", slow=True)
    yield validator("fastjsonschema", lacks=NO_PATHS, schema="request-body.draft-07.json")


def in_javascript():
    def validator(name, package, **more):
        version = json.loads((HERE / "node_modules" / package / "package.json").read_text())["version"]
        return Validator(package, "JavaScript", version, ["node", VERDICTS / "verdict.mjs", name], **more)

    yield validator("ajv", "ajv")
    yield validator("cfworker", "@cfworker/json-schema")
    yield validator("hyperjump", "@hyperjump/json-schema")
    yield validator("schemasafe", "@exodus/schemasafe")


def in_rust():
    program, lock = executable("--package", "verdict"), pathlib.Path("Cargo.lock").read_text()
    for crate in "jsonschema", "boon":
        version = re.search(rf'^name = "{crate}"\nversion = "(.*)"$', lock, re.MULTILINE)[1]
        yield Validator(crate, "Rust", version, [program, crate])


def of_debian(work):
    """Validators that Debian packages. Some know no later draft than 7."""

    def validator(name, language, package, command, **more):
        query = ["dpkg-query", "--show", "--showformat", "${Version}", package]
        version = subprocess.run(query, check=True, stdout=subprocess.PIPE, text=True).stdout
        return Validator(name, language, version, command, schema="request-body.draft-07.json", **more)

    yield validator("json_schemer", "Ruby", "ruby-json-schemer", ["ruby", VERDICTS / "verdict.rb"])
    perl = ["perl", VERDICTS / "verdict.pl"]
    rounded = ("a period that Perl rounds to an integer, such as `5.000000000000001`", is_rounded_by_perl)
    yield validator("JSON::Validator", "Perl", "libjson-validator-perl", perl, lacks="no schema paths", differs=rounded)

    in_go = work / "verdict-go"
    # Debian packages Go sources for GOPATH, without modules.
    layout = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""}
    subprocess.run(["go", "build", "-o", in_go, VERDICTS / "verdict.go"], check=True, env=os.environ | layout)
    go = "golang-github-xeipuuv-gojsonschema-dev"
    yield validator("gojsonschema", "Go", go, [in_go], lacks=NO_PATHS)

    in_cpp = work / "verdict-cpp"
    subprocess.run(["g++", "-std=c++17", "-O2", "-o", in_cpp, VERDICTS / "verdict.cpp"], check=True)
    read_otherwise = (
        "a period written as `5.0`, which it does not read as an integer, and U+0000, at which it ends a string",
        is_misread_by_valijson,
    )
    yield validator("valijson", "C++", "libvalijson-dev", [in_cpp], lacks=NO_PATHS, differs=read_otherwise)
