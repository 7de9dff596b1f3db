// A person at the playground's page: what is done there, and what is seen.

import WebSocket from "ws";

const PATIENCE = 15_000;

/** Ann, in the first channel of the first server. */
export class Person {
  #socket;
  #seen = [];
  #waiting = [];
  #nonce = 0;

  static async at(address, name) {
    const person = new Person();
    person.#socket = new WebSocket(`${address.replace(/^http/, "ws")}/page/ws?person=${name}`);
    person.#socket.on("message", (frame) => person.#hear(JSON.parse(frame)));
    const { d: ready } = await person.sees("READY");
    person.channel = ready.guilds[0].channels[0].id;
    return person;
  }

  /** The first frame of this name that fits, of those that came since the last one that was taken. */
  sees(name, fits = () => true) {
    const wanted = (frame) => frame.t === name && fits(frame.d);
    const at = this.#seen.findIndex(wanted);
    if (at >= 0) return Promise.resolve(this.#seen.splice(0, at + 1).at(-1));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} was never seen`)), PATIENCE);
      this.#waiting.push({ wanted, resolve: (frame) => (clearTimeout(timer), resolve(frame)) });
    });
  }

  /** Does something; gives the nonce that the answers to it carry. */
  does(op, body) {
    this.#nonce += 1;
    const nonce = `ann-${this.#nonce}`;
    this.#socket.send(JSON.stringify({ op, nonce, channel_id: this.channel, ...body }));
    return nonce;
  }

  leaves() {
    this.#socket.close();
  }

  #hear(frame) {
    if (frame.t === "INTERACTION_FAILURE" || frame.t === "ERROR") console.error("refused:", frame.d);
    const at = this.#waiting.findIndex(({ wanted }) => wanted(frame));
    if (at < 0) return void this.#seen.push(frame);
    this.#seen.length = 0;
    const [{ resolve }] = this.#waiting.splice(at, 1);
    resolve(frame);
  }
}
