// Pictures and files. Only what the playground itself serves is loaded; of anything else the address is shown.

import { h, icon, outsideLink, ownPath } from "./dom.js";

const PICTURE = /\.(png|jpe?g|gif|webp|avif)$/i;

/** A picture of an embed or an attachment ({url, width, height}), with words for those who do not see it. */
export function picture(data, words, className) {
  const path = ownPath(data.url);
  if (path === null) return outsideLink(data.url, { class: `elsewhere ${className}` }, `Picture elsewhere: ${data.url}`);
  const size = data.width && data.height ? { width: data.width, height: data.height } : {};
  const image = h("img", { src: path, alt: words, loading: "lazy", decoding: "async", ...size });
  image.addEventListener("error", () => image.replaceWith(h("span", { class: "elsewhere" }, "This picture could not be loaded.")));
  return h("a", { class: `picture ${className}`, href: path, target: "_blank", rel: "noopener noreferrer", "aria-label": words ? `Picture: ${words}` : "Picture" }, image);
}

/** An attachment: a picture where it is one, else a line to save it by. */
export function attachment(data) {
  const path = ownPath(data.url);
  const isPicture = (data.content_type ?? "").startsWith("image/") || PICTURE.test(data.filename);
  if (isPicture && path !== null) return picture(data, data.description || data.filename, "attachment-picture");
  return h(
    "div",
    { class: "attachment-file" },
    icon("file"),
    h("div", {}, h("a", { href: path, download: data.filename, rel: "noopener noreferrer" }, data.filename), h("span", { class: "quiet" }, readableSize(data.size))),
    path === null ? null : h("a", { href: path, download: data.filename, class: "icon-button", "aria-label": `Save ${data.filename}` }, icon("download")),
  );
}

/** `1536` → "1.5 KB". */
function readableSize(bytes) {
  const units = ["bytes", "KB", "MB", "GB"];
  let size = bytes ?? 0;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}
