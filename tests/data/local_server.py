"""A small web server on this machine, for the tests of downloading: ranges, faults, and a memory of what was asked."""

import contextlib
import http.server
import threading


class LocalServer:
    """Serves `files` (path -> bytes). `cut_after` breaks the first answer off; `lie` adds to the length it claims."""

    def __init__(self):
        self.files = {}
        self.asked = []
        self.cut_after = None
        self.has_ranges = True
        self.has_length = True
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.answer(self)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def url(self, path):
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"

    def answer(self, handler):
        span = handler.headers.get("Range")
        self.asked.append((handler.path, span))
        if handler.path not in self.files:
            handler.send_error(404)
            return
        data = self.files[handler.path]
        start = int(span.removeprefix("bytes=").rstrip("-")) if span and self.has_ranges else 0
        if start >= len(data) > 0 and span and self.has_ranges:
            handler.send_error(416)
            return
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        if self.has_length:
            handler.send_header("Content-Length", str(len(data) - start))
        handler.end_headers()
        body = data[start:]
        if self.cut_after is not None:
            body, self.cut_after = body[: self.cut_after], None
        with contextlib.suppress(ConnectionError):
            handler.wfile.write(body)


@contextlib.contextmanager
def serving():
    """Run the server on a free port of 127.0.0.1 for the length of the block."""
    local = LocalServer()
    thread = threading.Thread(target=local.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield local
    finally:
        local.server.shutdown()
        local.server.server_close()
        thread.join()
