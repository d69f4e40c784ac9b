"""Starts the service on a free port, and stops it."""

import contextlib
import pathlib
import subprocess
import threading

ROOT = pathlib.Path(__file__).parent.parent.parent
BINARIES = ROOT / "target" / "debug"
TOKEN = "t" * 1000
PROJECT = "2a473356cca5487f8373be891bffc1cf"


class Service:
    def __init__(self, process):
        self.process = process
        self.endpoint = process.stdout.readline().strip()
        self.lines = []
        # A log that nobody reads would stop the service once the pipe is full.
        self.reader = threading.Thread(target=lambda: self.lines.extend(process.stdout), daemon=True)
        self.reader.start()

    def log(self):
        """All log lines; the service has ended then."""
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0
        self.reader.join(timeout=30)
        return "".join(self.lines)


@contextlib.contextmanager
def running(*arguments):
    command = [BINARIES / "service", "--listen", "127.0.0.1:0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield Service(process)
    finally:
        process.kill()
        process.wait()
