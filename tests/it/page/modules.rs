//! The page's modules one by one, run where they will run: in the browser, with the page's own policy.

use serde_json::{Value, json};

use super::browser::{Browser, Screen, browse};
use super::host::Host;

/// Opens the page of a playground without a bot, tells, and sees that nothing was complained of.
async fn in_page<Story>(tell: impl FnOnce(Browser) -> Story + Send + 'static)
where
    Story: Future<Output = ()> + Send + 'static,
{
    let host = Host::alone();
    browse(&host.address(), Screen::Wide, |browser| async move {
        browser.opens("/").await;
        tell(browser.clone()).await;
        browser.is_at_peace().await;
    })
    .await;
}

/// Runs `body` once for all inputs of a table and compares what comes of each.
async fn check(browser: &Browser, body: &str, table: &[(&str, &str)]) {
    let inputs: Vec<&str> = table.iter().map(|(input, _)| *input).collect();
    let got = browser.runs(body, json!(inputs)).await;
    let got: Vec<&str> = got
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert_eq!(got.len(), table.len());
    let wrong: Vec<String> = table
        .iter()
        .zip(&got)
        .filter(|((_, wanted), got)| wanted != *got)
        .map(|((input, wanted), got)| format!("{input:?}\n  wanted {wanted}\n  got    {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Draws Markdown and writes the nodes down: `strong(a)`, `a[http://x](words)`.
const DRAW: &str = r#"
    const { markup } = await import("/assets/markup.js");
    const context = {
      userName: (id) => (id === "1" ? "Ann" : null), isMe: () => false, roleOf: (id) => (id === "2" ? { name: "Tutor" } : null),
      channelName: (id) => (id === "3" ? "general" : null), onChannel() {}, onCommand() {}, now: () => 0, locale: "en-GB",
    };
    const name = (node) => node.classList.contains("mention") ? "mention" : node.className.split(" ")[0] === "heading" ? node.className.split(" ")[1]
      : node.className || node.localName;
    const shape = (node) => node.nodeType === Node.TEXT_NODE ? node.data
      : `${name(node)}${node.localName === "a" ? `[${node.getAttribute("href")}]` : ""}(${[...node.childNodes].map(shape).join("")})`;
    return input.map((text) => markup(text, context).map((node) => shape(node)).join(" "));
"#;

const MARKDOWN: &[(&str, &str)] = &[
    ("plain", "lines(plain)"),
    (
        "**a** *b* _c_ __d__ ~~e~~",
        "lines(strong(a) em(b) em(c) u(d) s(e))",
    ),
    ("***x***", "lines(strong(em(x)))"),
    (
        "**a *b* c** *d **e** f*",
        "lines(strong(a em(b) c) em(d strong(e) f))",
    ),
    ("||a **b**||", "lines(spoiler(hidden-words(a strong(b))))"),
    (
        "snake_case_name 2 * 3 * 4 **open",
        "lines(snake_case_name 2 * 3 * 4 **open)",
    ),
    (
        "\\*no\\* \\_no\\_ \\|\\|no\\|\\| \\# \\\\ \\a",
        "lines(*no* _no_ ||no|| # \\ \\a)",
    ),
    ("`a *b*` ``c`d``", "lines(code(a *b*) code(c`d))"),
    (
        "```rust\nlet a;\n```after",
        "pre(code(let a;)) lines(after)",
    ),
    (
        "before ```x``` after",
        "lines(before ) pre(code(x)) lines( after)",
    ),
    (
        "> q\n> **r**\nafter",
        "blockquote(lines(q\nstrong(r))) lines(after)",
    ),
    (">>> a\nb", "blockquote(lines(a\nb))"),
    ("> > a", "blockquote(lines(> a))"),
    ("# A\n## B\n### *C*\n#D", "h1(A) h2(B) h3(em(C)) lines(#D)"),
    ("-# small", "subtext(small)"),
    (
        "- a\n  - b\n    more\n- c",
        "ul(li(lines(a\n)ul(li(lines(b\nmore))))li(lines(c)))",
    ),
    ("1. a\n2. b", "ol(li(lines(a))li(lines(b)))"),
    ("\\- a\n1\\. b", "lines(- a\n1. b)"),
    ("a\n\nb", "lines(a\n\nb)"),
    (
        "[words](http://a.b/c \"title\")",
        "lines(a[http://a.b/c](words))",
    ),
    (
        "[x](javascript:alert(1)) [y](data:text/html,z)",
        "lines([x](javascript:alert(1)) [y](data:text/html,z))",
    ),
    (
        "[http://good.example](http://bad.example/)",
        "lines([http://good.example](a[http://bad.example/](http://bad.example/)))",
    ),
    (
        "see http://a.b/c_d_e, (http://a.b/(x)).",
        "lines(see a[http://a.b/c_d_e](http://a.b/c_d_e), (a[http://a.b/(x)](http://a.b/(x))).)",
    ),
    (
        "<@1> <@!1> <@9> <@&2> <#3> <#9>",
        "lines(mention(@Ann) mention(@Ann) mention(@unknown-user) mention(@Tutor) mention(#general) mention(#unknown))",
    ),
    (
        "</event:5> @everyone @here",
        "lines(mention(/event) mention(@everyone) mention(@here))",
    ),
    (
        "<t:86400:D> <t:20:R> <t:x>",
        "lines(timestamp(2 January 1970) timestamp(in 20 seconds) <t:x>)",
    ),
    (
        "<:book:12345> <script>alert(1)</script>",
        "lines(:book: <script>alert(1)</script>)",
    ),
    ("", "lines()"),
];

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn markdown_is_drawn_as_discord_draws_it() {
    in_page(|browser| async move { check(&browser, DRAW, MARKDOWN).await }).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn hostile_markdown_is_read_quickly() {
    in_page(|browser| async move {
        let slowest = browser
            .runs(
                r#"
                const { parse } = await import("/assets/markdown.js");
                const hostile = ["*", "**a", "> ", "[", "`*", "||_*~~", "<", "- ", "```", "_a*", "<t:", "http://a_"].map((part) => part.repeat(6000 / part.length));
                return Math.max(...hostile.map((text) => { const from = performance.now(); parse(text); return performance.now() - from; }));
                "#,
                Value::Null,
            )
            .await;
        assert!(slowest.as_f64().unwrap() < 2_000.0, "{slowest} ms");
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn timestamps_have_every_style_of_discord() {
    const BODY: &str = r#"
        const { format } = await import("/assets/time.js");
        return input.map((line) => {
          const [at, style, now] = line.split(" ");
          return format(Number(at) * 1000, style, Number(now ?? 0) * 1000, "en-GB", "UTC").replaceAll(",", ""); // Browsers differ in their commas.
        });
    "#;
    const TABLE: &[(&str, &str)] = &[
        ("-225594000 t", "23:00"),
        ("-225594000 T", "23:00:00"),
        ("-225594000 d", "07/11/1962"),
        ("-225594000 D", "7 November 1962"),
        ("-225594000 f", "7 November 1962 at 23:00"),
        ("-225594000 F", "Wednesday 7 November 1962 at 23:00"),
        ("-225594000 s", "07/11/1962 23:00"),
        ("-225594000 S", "07/11/1962 23:00:00"),
        ("20 R 0", "in 20 seconds"),
        ("0 R 59", "59 seconds ago"),
        ("0 R 60", "1 minute ago"),
        ("86400 R 0", "tomorrow"),
        ("-63115200 R 0", "2 years ago"),
        ("9999999999999 F", "Invalid date"),
    ];
    in_page(|browser| async move { check(&browser, BODY, TABLE).await }).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn typed_commands_become_interaction_data() {
    const BODY: &str = r#"
        const commands = await import("/assets/commands.js");
        const all = commands.paths([
          { id: "1", name: "event", options: [{ type: 3, name: "when", required: true, autocomplete: true, description: "A date" }, { type: 5, name: "private" }] },
          { id: "2", name: "quiz", options: [{ type: 1, name: "start", options: [{ type: 4, name: "questions", min_value: 1, max_value: 50 },
            { type: 3, name: "mode", choices: [{ name: "Study", value: "study" }, { name: "Race", value: "race" }] }, { type: 6, name: "with" }, { type: 10, name: "speed" }] }, { type: 1, name: "stop" }] },
          { id: "3", name: "admin", default_member_permissions: "32" }, { id: "4", name: "a menu of the mouse", type: 2 },
        ], { id: "9", owner_id: "8", roles: [{ id: "9", permissions: "2048" }] }, { user: { id: "5" }, roles: [] });
        const world = { users: [{ id: "5", name: "Ann" }, { id: "6", name: "Ben" }], channels: [], roles: [] };
        return input.map((text) => {
          const read = commands.read(all, text);
          if (!read) return "none";
          const made = commands.toData(read.path, read.fields, world);
          if (made.fault) return made.fault;
          const walk = (options) => options.map((one) => (one.options ? `${one.name} ${walk(one.options)}` : `${one.name}=${JSON.stringify(one.value)}`)).join(" ");
          return `${made.data.name}#${made.data.id} ${walk(made.data.options)}`.trim();
        });
    "#;
    const TABLE: &[(&str, &str)] = &[
        ("/event 27-october", r#"event#1 when="27-october""#),
        (
            "/event 27 October 1962 private:true",
            r#"event#1 when="27 October 1962" private=true"#,
        ),
        ("/EVENT when:bay of pigs", r#"event#1 when="bay of pigs""#),
        ("/event", "Fill in “when”: A date."),
        ("/events", "none"),
        ("/admin", "none"),
        ("/quiz stop", "quiz#2 stop"),
        (
            "/quiz  start questions:10 mode:race",
            r#"quiz#2 start questions=10 mode="race""#,
        ),
        (
            "/quiz start questions:ten",
            "“questions” needs a whole number.",
        ),
        (
            "/quiz start questions:1.5",
            "“questions” needs a whole number.",
        ),
        ("/quiz start questions:0", "“questions” must be at least 1."),
        (
            "/quiz start questions:99",
            "“questions” must be at most 50.",
        ),
        ("/quiz start speed:1.5", "quiz#2 start speed=1.5"),
        ("/quiz start mode:ra", r#"quiz#2 start mode="race""#),
        (
            "/quiz start mode:fast",
            "“fast” is not one of the choices of “mode”. Pick one from the list.",
        ),
        ("/quiz start with:@ben", r#"quiz#2 start with="6""#),
        ("/quiz start with:<@5>", r#"quiz#2 start with="5""#),
        (
            "/quiz start with:Zed",
            "“Zed” is not one of the choices of “with”. Pick one from the list.",
        ),
    ];
    in_page(|browser| async move { check(&browser, BODY, TABLE).await }).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn scripts_fed_into_every_field_stay_text() {
    const BODY: &str = r#"
        const evil = '<img src=x onerror="window.broken = true"><script>window.broken = true</scr' + 'ipt><svg onload="window.broken = true">';
        const { drawMessage, drawPending } = await import("/assets/message.js");
        const { Modal } = await import("/assets/modal.js");
        const { Suggestions } = await import("/assets/suggestions.js");
        const { drawChannels, drawRail } = await import("/assets/places.js");
        const { drawMembers } = await import("/assets/members.js");
        const { empty } = await import("/assets/state.js");
        const { markupContext } = await import("/assets/names.js");
        const user = { id: "5", username: evil, global_name: evil };
        const bot = { ...user, id: "6", bot: true };
        const guild = { id: "9", name: evil, owner_id: "5", members: [{ user, nick: evil, roles: ["8"] }, { user: bot, roles: [] }], roles: [{ id: "8", name: evil, hoist: true, color: 1, position: 1 }],
          channels: [{ id: "3", type: 0, name: evil, topic: evil }, { id: "4", type: 4, name: evil }] };
        const state = Object.assign(empty(), { ready: true, me: user, guild: "9", channel: "3", guilds: new Map([["9", guild]]), application: { id: "6", name: evil } });
        const option = { label: evil, value: evil, description: evil, emoji: { name: evil } };
        const message = { id: "7", channel_id: "3", author: bot, content: `${evil} **${evil}** \`${evil}\` ||${evil}|| [${evil}](http://x/${evil}) <@5> <#3> <@&8>`, timestamp: "2026-01-01T00:00:00Z", edited_timestamp: "2026-01-01T00:00:00Z", flags: 64, type: 20,
          interaction: { id: "1", name: evil, user }, mentions: [user],
          embeds: [{ title: evil, url: `javascript:${evil}`, description: evil, author: { name: evil, url: "javascript:1" }, footer: { text: evil }, fields: [{ name: evil, value: evil, inline: true }], image: { url: `javascript:${evil}` }, thumbnail: { url: evil } }],
          attachments: [{ id: "1", filename: evil, size: 1, url: "javascript:1", description: evil }, { id: "2", filename: `${evil}.png`, url: "http://elsewhere.example/x.png" }],
          components: [{ type: 1, components: [{ type: 2, style: 1, label: evil, custom_id: evil, emoji: { name: evil } }, { type: 2, style: 5, label: evil, url: "javascript:1" }] }, { type: 1, components: [{ type: 3, custom_id: evil, placeholder: evil, options: [option] }] }] };
        const actions = new Proxy({}, { get: () => () => {} });
        const world = () => ({ users: [], channels: [], roles: [] });
        const view = { guild, context: markupContext(state, "3", actions), first: true, press: { custom_id: evil, failed: evil }, actions, world };
        const root = document.createElement("div");
        document.body.append(root);
        const parts = ["nav", "nav", "h1", "aside"].map((tag) => root.appendChild(document.createElement(tag)));
        drawRail(parts[0], state, () => {});
        drawChannels(parts[1], parts[2], state, () => {});
        drawMembers(parts[3], state, { mention() {}, write() {} });
        root.append(drawMessage(message, view), drawMessage({ ...message, interaction: null, referenced_message: message }, view), drawPending({ name: evil, nonce: evil, user, application: { name: evil }, failed: evil }, view));
        const list = new Suggestions();
        root.append(list.node, document.createElement("input"));
        list.show({ owner: root.lastChild, title: evil, note: evil, items: [{ label: evil, detail: evil, side: evil }], onPick() {} });
        const modal = new Modal({ id: "1", custom_id: evil, title: evil, components: [{ type: 1, components: [{ type: 4, style: 1, custom_id: evil, label: evil, value: evil, placeholder: evil }] }] }, { world: world(), context: view.context, submit: () => true, closed() {} });
        root.append(modal.node);
        const all = [...root.querySelectorAll("*")];
        const links = all.flatMap((node) => ["href", "src"].map((name) => node.getAttribute(name)).filter((value) => value && !/^(https?:|\/)/.test(value)));
        const handlers = all.filter((node) => node.getAttributeNames().some((name) => name.startsWith("on")));
        const made = all.filter((node) => ["script", "svg:not(.icon)", "img"].some((selector) => node.matches(selector)));
        const times = root.textContent.split(evil).length - 1;
        root.remove();
        return { links, handlers: handlers.length, made: made.map((node) => node.outerHTML), times, broken: window.broken ?? false };
    "#;
    in_page(|browser| async move {
        let found = browser.runs(BODY, Value::Null).await;
        assert_eq!(found["links"], json!([]));
        assert_eq!(found["made"], json!([]));
        assert_eq!(found["handlers"], json!(0));
        assert_eq!(found["broken"], json!(false));
        assert!(found["times"].as_u64().unwrap() > 30, "{found}");
    })
    .await;
}
