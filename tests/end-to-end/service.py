"""Starts the service on a free port, and stops it."""

import contextlib
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parent.parent.parent
BINARIES = ROOT / "target" / "debug"
TOKEN = "t" * 1000
PROJECT = "2a473356cca5487f8373be891bffc1cf"


class Service:
    def __init__(self, process):
        self.process = process
        self.endpoint = process.stdout.readline().strip()

    def log(self):
        """All log lines; the service has ended then."""
        self.process.terminate()
        log, _ = self.process.communicate(timeout=30)
        assert self.process.returncode == 0, self.process.returncode
        return log


@contextlib.contextmanager
def running(*arguments):
    command = [BINARIES / "service", "--listen", "127.0.0.1:0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield Service(process)
    finally:
        process.kill()
        process.wait()
