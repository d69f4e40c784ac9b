"""Runs the generated clients against mocks. usage: python clients.py WORK RUST_CLIENT

Each client sends the example of the API reference with the documented headers. It must recognize a created task, and an
error with the status 200.
"""

import http.server
import json
import pathlib
import socket
import subprocess
import sys
import threading
import time

work, rust_client = pathlib.Path(sys.argv[1]), sys.argv[2]
here = pathlib.Path("tests/languages")
clients = {
    "openapi-fetch": ["node", work / "typescript/fetch.js"],
    "openapi-python-client": [sys.executable, work / "client.py"],
    "progenitor": [rust_client],
}
responses = {
    "code=201": "created 45fdc36b-xxxx-4567-xxxx-559xxxxdf968\n",
    "code=200, example=LogStreamAssociated": "error LTS.0207\n",
}
example = pathlib.Path("examples/request.json").read_bytes()


class Headers(http.server.BaseHTTPRequestHandler):
    """Creates a task if the headers and the body are exactly those of the API reference."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        exact = self.headers["Content-Type"] == "application/json;charset=UTF-8"
        exact &= self.headers["X-Auth-Token"] == "x" * 1000 and json.loads(body) == json.loads(example)
        response = {"log_dump_obs_id": "45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}
        if not exact:
            response = {"error_code": "LTS.1902", "error_msg": "not exact"}
        self.send_response(201 if exact else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(response).encode())

    def log_message(self, *_):
        pass


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for(port, mock):
    for _ in range(300):
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return
        if mock.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit("the mock does not start")


def run(client, url, prefer):
    command = [*clients[client], url, prefer]
    result = subprocess.run(command, input=example, stdout=subprocess.PIPE, timeout=60)
    found, expected = result.stdout.decode(), responses[prefer]
    if result.returncode or found != expected:
        sys.exit(f"{client} with {prefer!r} printed {found!r} instead of {expected!r}")


with http.server.HTTPServer(("127.0.0.1", 0), Headers) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for client in clients:
        run(client, f"http://127.0.0.1:{server.server_port}", "code=201")
        print(f"{client} sends the documented headers and body")
    server.shutdown()

for description in "schema/openapi.json", "schema/openapi-3.0.json":
    port = free_port()
    prism = [here / "node_modules/.bin/prism", "mock", "--port", str(port), "--errors", description]
    with open(work / "prism.log", "wb") as log, subprocess.Popen(prism, stdout=log, stderr=log) as mock:
        try:
            wait_for(port, mock)
            for client in clients:
                for prefer in responses:
                    run(client, f"http://127.0.0.1:{port}", prefer)
                print(f"{client} understands both responses of a mock of {description}")
        finally:
            mock.terminate()
