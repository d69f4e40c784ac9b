"""Runs the commands in the README of the service."""

import re
import subprocess

import pytest

from service import ROOT, TOKEN, running

README = (ROOT / "examples" / "service" / "README.md").read_text(encoding="utf-8")
# Each command with its output in the README.
COMMANDS = [
    (command.replace("\\\n", " "), output)
    for block in re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    for command, output in re.findall(r"^\$ (.*?[^\\])\n(.*?)(?=^\$ |\Z)", block, re.DOTALL | re.MULTILINE)
]


@pytest.fixture(scope="module")
def service():
    with running() as service:
        yield service


def test_curl_prints_the_responses_of_the_readme(service):
    definitions = ""
    shown = 0
    for command, expected in COMMANDS:
        command = command.replace("http://127.0.0.1:8080", service.endpoint)
        if command.startswith("cargo run"):
            continue
        if not command.startswith("curl"):
            definitions += command + "\n"
            continue
        script = definitions + command
        result = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=30)
        # An ID that is new in each run.
        pattern = re.escape(expected.rstrip("\n")).replace("…", "[0-9a-f-]{36}")
        assert re.fullmatch(pattern, result.stdout.rstrip("\n")), (command, result.stdout, expected)
        shown += 1
    assert shown >= 10


def test_the_log_does_not_contain_the_token():
    with running() as service:
        script = f"curl -s {service.endpoint}/v2/x/log-dump/obs -H 'X-Auth-Token: {TOKEN}' -d '{{}}'"
        subprocess.run(["bash", "-c", script], check=True, capture_output=True, timeout=30)
        log = service.log()
    assert log.count("\n") == 1 and '"error_code":"LTS.0001"' in log
    assert "tttt" not in log
