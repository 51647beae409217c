"""A real Firefox, by its own remote protocol (Marionette): Playwright drives only its own build."""

import base64
import json
import shutil
import socket
import subprocess
import time
from pathlib import Path

NAMES = ("firefox", "firefox-esr")
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.manager.showAlertOnComplete": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "pdfjs.disabled": True,
}
PATIENCE = 60  # seconds


def firefox_path():
    """Return where a Firefox is, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Firefox:
    """A headless Firefox with a profile of its own; downloads go to a folder."""

    def __init__(self, path, folder):
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        profile = folder / "profile"
        profile.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        preferences = {
            **PREFERENCES,
            "marionette.port": port,
            "browser.download.dir": str(self.downloads),
        }
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items()]
        (profile / "user.js").write_text("\n".join(lines))
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.socket = self._connect(port)
        self.number = 0
        self._receive()  # what it is
        self.send("WebDriver:NewSession", {"capabilities": {}})

    def _connect(self, port):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    self.process.kill()
                    raise
                time.sleep(0.2)

    def _receive(self):
        length = b""
        while not length.endswith(b":"):
            length += self.socket.recv(1)
        text, size = b"", int(length[:-1])
        while len(text) < size:
            text += self.socket.recv(size - len(text))
        return json.loads(text)

    def send(self, command, parameters):
        """Send a command; return what it answers."""
        self.number += 1
        text = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self._receive()
        assert error is None, error
        return result.get("value") if isinstance(result, dict) else result

    def open(self, url):
        self.send("WebDriver:Navigate", {"url": "about:blank"})
        self.send("WebDriver:Navigate", {"url": url})
        until = time.monotonic() + PATIENCE
        started = "return document.documentElement.dataset.started"
        while self.run(started) is None and time.monotonic() < until:
            time.sleep(0.1)  # the page goes on starting after it is loaded

    def run(self, script):
        """Run a script in the page; return what it returns."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "sandbox": None})

    def print(self):
        """Return the page as a PDF."""
        return base64.b64decode(self.send("WebDriver:Print", {"background": True}))

    def wait_for_download(self):
        """Return the one file that was saved, and take it away."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            files = [path for path in Path(self.downloads).iterdir() if path.stat().st_size]
            if files and not any(path.suffix == ".part" for path in files):
                content = files[0].read_bytes()
                files[0].unlink()
                return content
            time.sleep(0.1)
        raise TimeoutError(self.downloads)

    def close(self):
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
