// What a person does, as requests to the playground.

import { displayName } from "./people.js";
import { channelOf, memberOf } from "./state.js";
import { firstChannel } from "./places.js";

const FAILED = "This interaction failed";
const SILENT = "The application did not respond";
const UNSENT = "There is no connection to the playground. Try again when it is back.";

/** How many messages are loaded at a time. */
const PAGE = 50;

/** The words for an interaction that failed. */
export function reasonWords(reason) {
  return reason === "timeout" || /did not respond/i.test(reason ?? "") ? SILENT : reason && /\s/.test(reason) ? reason : FAILED;
}

/** Every action, over `page`: {state, connection(), draw(topics), composer(), list(), open(guild, channel), replyTo, drawers}. */
export function actionsOf(page) {
  const { state } = page;
  const send = (op, body) => page.connection().send(op, body);
  const place = () => ({ channel_id: state.channel, ...(state.guild ? { guild_id: state.guild } : {}) });

  return {
    goTo(channel) {
      const guild = [...state.guilds.values()].find((one) => one.channels.some((other) => other.id === channel));
      if (channelOf(state, channel)) page.open(guild?.id ?? null, channel);
      page.drawers.close();
    },
    goToGuild(id) {
      const guild = state.guilds.get(id);
      page.open(id, page.lastChannel(id) ?? (guild ? firstChannel(guild) : [...state.dms.keys()][0]));
    },
    /** Opens the direct messages with the bot. */
    async writeToBot() {
      page.drawers.close();
      try {
        const { channel } = await page.connection().ask("direct", "DIRECT");
        page.take("CHANNEL_CREATE", channel);
        page.open(null, channel.id);
        page.composer().focus();
      } catch (problem) {
        page.composer().say(problem.message);
      }
    },
    startCommand: (text) => page.composer().start(text),
    say(content) {
      const reply = page.replyTo;
      const nonce = send("send", { channel_id: state.channel, content, ...(reply ? { reply_to: reply.id, ping: reply.ping } : {}) });
      if (nonce) page.setReply(null);
      page.list().toNewest();
      return nonce !== null;
    },
    run(path, data) {
      const nonce = send("command", { ...place(), data });
      if (nonce) state.pending.set(nonce, { nonce, channel: state.channel, name: path.name });
      page.list().toNewest();
      page.draw(["messages"]);
      return nonce !== null;
    },
    autocomplete: (data) => page.connection().ask("autocomplete", "AUTOCOMPLETE", { ...place(), data }).then((body) => body.choices ?? []),
    typing: () => send("typing", { channel_id: state.channel }),
    history: (channel, before) => page.connection().ask("history", "HISTORY", { channel_id: channel, limit: PAGE, ...(before ? { before } : {}) }),
    press(message, component, values) {
      const data = { component_type: component.type, custom_id: component.custom_id, ...(values ? { values } : {}) };
      const nonce = send("component", { message_id: message.id, channel_id: message.channel_id, ...(state.guild ? { guild_id: state.guild } : {}), data });
      state.presses.set(message.id, { nonce, custom_id: component.custom_id, ...(nonce ? {} : { failed: UNSENT }) });
      page.draw(["messages"]);
    },
    submitModal: (modal, components) => send("modal", { id: modal.id, custom_id: modal.custom_id, components }),
    dismiss(message) {
      send("dismiss", { message_id: message.id, channel_id: message.channel_id });
      page.take("MESSAGE_DELETE", { id: message.id, channel_id: message.channel_id });
      page.composer().focus();
    },
    dropPending(nonce) {
      state.pending.delete(nonce);
      page.draw(["messages"]);
      page.composer().focus();
    },
    reply(message) {
      page.setReply({ id: message.id, name: displayName(message.author, memberOf(state.guilds.get(state.guild), message.author.id)), ping: true });
      page.composer().focus();
    },
    goToMessage: (id) => page.list().goTo(id),
  };
}
