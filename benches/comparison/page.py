"""A person at the playground's page: a WebSocket client of the standard library alone, as small as this needs."""

import base64
import json
import os
import socket
import struct
from urllib.parse import urlsplit


class Page:
    """Ann, in the first channel of the first server."""

    def __init__(self, origin, person="ann"):
        place = urlsplit(origin)
        self.socket = socket.create_connection((place.hostname, place.port))
        self.received = b""
        self.count = 0
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /page/ws?person={person} HTTP/1.1\r\nHost: {place.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while b"\r\n\r\n" not in self.received:
            self.received += self.more()
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            raise ConnectionError(head.decode())
        self.channel = self.sees("READY", 60)["guilds"][0]["channels"][0]["id"]

    def asks(self, command, option, value):
        """Runs a command; the answer comes as a frame of its own."""
        self.count += 1
        data = {"name": command, "type": 1, "options": [{"name": option, "value": value}]}
        body = {"op": "command", "nonce": f"ann-{self.count}", "channel_id": self.channel, "data": data}
        self.send(json.dumps(body).encode())

    def sees(self, name, seconds, fits=lambda body: True):
        """The next frame of this name that fits, or nothing within so many seconds."""
        self.socket.settimeout(seconds)
        try:
            while True:
                frame = json.loads(self.frame())
                if frame["t"] == name and fits(frame["d"]):
                    return frame["d"]
        except TimeoutError:
            return None
        finally:
            self.socket.settimeout(None)

    def close(self):
        self.socket.close()

    def more(self):
        # What comes is acknowledged at once: the playground's next frame may wait for that.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        received = self.socket.recv(1 << 16)
        if not received:
            raise ConnectionError("the playground has closed the page")
        return received

    def take(self, n_bytes):
        """The next bytes of the stream, kept where a deadline cuts their arrival in two."""
        while len(self.received) < n_bytes:
            self.received += self.more()
        return self.received[:n_bytes]

    def frame(self):
        """The text of the next text frame; the playground sends each in one piece."""
        while True:
            head = self.take(2)
            kind, length = head[0] & 15, head[1] & 127
            begin = 2
            if length == 126:
                begin = 4
                (length,) = struct.unpack(">H", self.take(4)[2:])
            elif length == 127:
                begin = 10
                (length,) = struct.unpack(">Q", self.take(10)[2:])
            text = self.take(begin + length)[begin:]
            self.received = self.received[begin + length :]
            if kind == 1:
                return text
            if kind == 8:
                raise ConnectionError("the playground has closed the page")

    def send(self, text):
        """One masked frame, as clients have to send them."""
        mask = os.urandom(4)
        length = len(text)
        head = struct.pack(">BB", 129, 128 | length) if length < 126 else struct.pack(">BBH", 129, 254, length)
        self.socket.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(text)))
