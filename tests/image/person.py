"""Ann at the playground's page: begins a quiz, answers its first question, and says what she sees. Needs Python alone."""

import base64
import itertools
import json
import os
import socket
import struct
import sys

HOST, PORT = sys.argv[1].split(":")
TRUE_OR_FALSE = 10
LOBBY_OFF = 1
PATIENCE = 120


class Page:
    """The page's WebSocket, as far as one person needs it: text frames, short ones out, all sizes in."""

    def __init__(self):
        self.nonces = itertools.count(1)
        self.socket = socket.create_connection((HOST, PORT), timeout=PATIENCE)
        self.stream = self.socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /page/ws?person=ann HTTP/1.1\r\nHost: {HOST}:{PORT}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        assert b" 101 " in self.stream.readline()
        while self.stream.readline() != b"\r\n":
            pass

    def does(self, op, **body):
        body = json.dumps({"op": op, "nonce": str(next(self.nonces)), **body}).encode()
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))
        self.socket.sendall(struct.pack("!BBH", 0x81, 0x80 | 126, len(body)) + mask + masked)

    def frame(self):
        opcode, size = self.stream.read(2)
        if size == 126:
            (size,) = struct.unpack("!H", self.stream.read(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", self.stream.read(8))
        body = self.stream.read(size)
        return json.loads(body) if opcode & 0x0F == 1 else {"t": None, "d": None}

    def sees(self, words, also=lambda message: True):
        """The next message, new or changed, that says these words."""
        while True:
            frame = self.frame()
            if frame["t"] in ("ERROR", "INTERACTION_FAILURE"):
                sys.exit(f"was refused: {frame}")
            if frame["t"] in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and words in json.dumps(frame["d"], ensure_ascii=False):
                if also(frame["d"]):
                    return frame["d"]


def buttons(message):
    rows = message.get("components", [])
    return [button for row in rows for button in row.get("components", []) if button.get("custom_id")]


def report(words):
    print(words, flush=True)


page = Page()
while (hello := page.frame())["t"] != "READY":
    pass
channel = hello["d"]["guilds"][0]["channels"][0]["id"]
options = [{"name": "kind", "value": TRUE_OR_FALSE}, {"name": "lobby", "value": LOBBY_OFF}]
start = {"name": "quiz", "type": 1, "options": [{"name": "start", "options": options}]}
page.does("command", channel_id=channel, data=start)
question = page.sees("Question 1 of", also=lambda message: buttons(message))
choice = next(button for button in buttons(question) if button["custom_id"].startswith("qa"))
press = {"component_type": 2, "custom_id": choice["custom_id"]}
page.does("component", channel_id=channel, message_id=question["id"], data=press)
page.sees("Saved")
report("answered question 1")
page.sees("Clio restarts")
report("was told of the stop")
page.sees("Question 2 of")
report("went on with question 2")
