"""Builds the service and the client, starts the service on a free port, and stops it."""

import contextlib
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).parent.parent.parent
TOKEN = "t" * 1000
PROJECT = "2a473356cca5487f8373be891bffc1cf"


def build():
    """Builds the programs of the package and returns their paths. cargo prints the paths: its target directory is configurable."""
    command = ["cargo", "build", "--quiet", "--package", "service", "--message-format=json"]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in output.splitlines()]
    return {message["target"]["name"]: message["executable"] for message in messages if message.get("executable")}


PROGRAMS = build()


class Service:
    def __init__(self, process, log):
        self.process = process
        self.endpoint = process.stdout.readline().strip()
        self._log = log

    def log(self):
        """Stops the service and returns its log."""
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0
        self._log.seek(0)
        return self._log.read()


@contextlib.contextmanager
def running(*arguments):
    command = [PROGRAMS["service"], "--listen", "127.0.0.1:0", *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            yield Service(process, log)
        finally:
            process.kill()
            process.wait()
