// The one connection to the playground: JSON frames, answers by nonce, and reconnecting by itself.

/** Waits between attempts, in milliseconds; the last one repeats. */
const WAITS = [300, 700, 1_500, 3_000, 5_000];

/** A connection as one person, kept up until `close`. */
export class Connection {
  #person;
  #onEvent;
  #onStatus;
  #socket = null;
  #attempts = 0;
  #timer = null;
  #closed = false;
  #waiting = new Map();
  /** Begins every nonce of this window: the same person in another window hears of its requests too. */
  #mark = crypto.randomUUID().slice(0, 8);
  #counter = 0;

  /**
   * `onEvent(name, body)` for every frame; `onStatus({connected, retryAt, attempts})` when the connection comes or
   * goes: `retryAt` in milliseconds of `Date.now()`, `attempts` since it last stood.
   */
  constructor(person, onEvent, onStatus) {
    this.#person = person;
    this.#onEvent = onEvent;
    this.#onStatus = onStatus;
    this.#open();
  }

  /** Sends a request and returns its nonce, or `null` while there is no connection. */
  send(op, body = {}) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return null;
    this.#counter += 1;
    const nonce = `${this.#mark}-${this.#counter}`;
    this.#socket.send(JSON.stringify({ op, nonce, ...body }));
    return nonce;
  }

  /** Whether this window asked for what carries `nonce`. */
  asked(nonce) {
    return typeof nonce === "string" && nonce.startsWith(`${this.#mark}-`);
  }

  /** Sends a request; resolves with the body of the frame `answer` to it, rejects with words when it is refused or lost. */
  ask(op, answer, body = {}) {
    const nonce = this.send(op, body);
    if (nonce === null) return Promise.reject(new Error("There is no connection to the playground."));
    return new Promise((resolve, reject) => this.#waiting.set(nonce, { answer, resolve, reject }));
  }

  /** Tries at once instead of at `retryAt`. */
  retryNow() {
    if (this.#closed || this.#socket?.readyState === WebSocket.OPEN) return;
    clearTimeout(this.#timer);
    this.#open();
  }

  /** Ends the connection for good. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #open() {
    const person = this.#person ? `?person=${encodeURIComponent(this.#person)}` : "";
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/page/ws${person}`);
    this.#socket = socket;
    socket.addEventListener("message", (frame) => this.#read(socket, frame.data));
    socket.addEventListener("close", () => this.#lost(socket));
  }

  #read(socket, text) {
    if (socket !== this.#socket || this.#closed) return undefined;
    const { t: name, d: body } = JSON.parse(text);
    if (name === "READY") {
      this.#attempts = 0;
      this.#onStatus({ connected: true });
    }
    const asked = this.#waiting.get(body?.nonce);
    if (!asked) return this.#onEvent(name, body);
    const refused = name === "ERROR" || name === "INTERACTION_FAILURE";
    // Other news of the same request, such as that it reached the bot, are no answer to it.
    if (!refused && name !== asked.answer) return undefined;
    this.#waiting.delete(body.nonce);
    return refused ? asked.reject(new Error(body.message ?? body.reason)) : asked.resolve(body);
  }

  #lost(socket) {
    if (socket !== this.#socket || this.#closed) return;
    for (const { reject } of this.#waiting.values()) reject(new Error("The connection to the playground was lost."));
    this.#waiting.clear();
    const wait = WAITS[Math.min(this.#attempts, WAITS.length - 1)];
    this.#attempts += 1;
    this.#timer = setTimeout(() => this.#open(), wait);
    this.#onStatus({ connected: false, retryAt: Date.now() + wait, attempts: this.#attempts });
  }
}
