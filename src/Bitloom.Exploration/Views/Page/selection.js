// The chosen point: all that is known of it, and the way to its page.
import { byId, fill, html } from "./element.js";
import { number, withUnit } from "./format.js";
import { checkOf, kindOf, meanBits, outcomeOf } from "./model.js";
import { linkOf, select } from "./state.js";

export function drawSelection({ view, selected }) {
  const point = view.points.find((each) => each.id === selected);
  fill(byId("selection"), point ? details(view, point) : invitation());
}

const invitation = () => [
  html("h3", null, "No point is chosen"),
  html(
    "p",
    { class: "soft" },
    "A click on a mark, a line or a row shows here what the model is made of and how it did.",
  ),
];

function details(view, point) {
  const link = linkOf(point);
  const settings = Object.entries(point.settings);
  return [
    html(
      "div",
      { class: "head" },
      html("h3", null, `Point ${point.id}`),
      html("button", { type: "button", class: "link", "data-key": "let go", click: () => select(point.id) }, "let go"),
    ),
    html(
      "p",
      { class: `chips ${kindOf(point)}` },
      html("span", null, outcomeOf(point)),
      html("span", { class: point.check }, checkOf(point)),
    ),
    link
      ? html("a", { class: "open", href: link, "data-key": "open" }, "Open its report")
      : html("p", { class: "soft" }, "It has no report: it has not been simulated."),
    list(view.measures.map(({ key, name, unit }) => [name, withUnit(point.measures[key], unit)])),
    list([
      ["mean width of weights", number(meanBits(view, point, true))],
      ["mean width of activations", number(meanBits(view, point, false))],
      ...view.settings.map((key) => [key, point.settings[key] ?? "-"]),
    ]),
    html("h4", null, "All of its settings"),
    html("pre", null, settings.map(([key, value]) => `${key}=${value}`).join("\n")),
  ];
}

const list = (rows) =>
  html(
    "dl",
    null,
    rows.map(([name, value]) => html("div", null, html("dt", null, name), html("dd", null, value))),
  );
