// The widths of the front's tensors: a row for each point, a cell for each tensor.
import { byId, fill, html } from "./element.js";
import { withUnit } from "./format.js";
import { axesOf } from "./model.js";
import { keptPoints, select } from "./state.js";

const widths = [2, 3, 4, 5, 6, 7, 8];

export function installBits() {
  fill(
    byId("bits-legend"),
    html("li", null, "bits"),
    widths.map((bits) => html("li", { class: `w${bits}` }, String(bits))),
  );
}

export function drawBits({ view, x, selected }) {
  const rows = keptPoints(view, axesOf(view))
    .filter((point) => point.front)
    .sort((one, other) => (one.measures[x] ?? Infinity) - (other.measures[x] ?? Infinity));
  const groups = [true, false].map((constant) => columnsOf(view, constant)).filter((columns) => columns.length > 0);
  fill(
    byId("bits-table"),
    html("thead", null, groupRow(view, groups), nameRow(view, groups)),
    html(
      "tbody",
      null,
      rows.length === 0 ? nothing(view) : rows.map((point) => rowOf(view, groups, point, point.id === selected)),
    ),
  );
}

const nothing = (view) =>
  html(
    "tr",
    null,
    html("td", { colspan: 1 + objectivesOf(view).length + view.tensors.length }, "No model to show is on the front."),
  );

const columnsOf = (view, constant) =>
  view.tensors.map((tensor, index) => ({ ...tensor, index })).filter((tensor) => tensor.constant === constant);

const objectivesOf = (view) => view.measures.filter((measure) => measure.objective).slice(0, 2);

function groupRow(view, groups) {
  const name = (columns) => (columns[0].constant ? "weights and positions" : "activations");
  return html(
    "tr",
    null,
    html("td", { colspan: 1 + objectivesOf(view).length }),
    groups.map((columns) => html("th", { scope: "colgroup", colspan: columns.length, class: "group" }, name(columns))),
  );
}

// A weight's name is known to be one by its group.
function nameRow(view, groups) {
  const upright = (name) => html("span", null, name.replace(/\.weight$/, ""));
  return html(
    "tr",
    { class: "names" },
    html("th", { scope: "col", class: "first" }, "point"),
    objectivesOf(view).map((measure) => html("th", { scope: "col", class: "number" }, measure.name)),
    groups.map((columns) =>
      columns.map((tensor, index) =>
        html(
          "th",
          { scope: "col", class: `tensor${index === 0 ? " start" : ""}`, title: tensor.name },
          upright(tensor.name),
        ),
      ),
    ),
  );
}

function rowOf(view, groups, point, isSelected) {
  const choose = { type: "button", class: "link", "data-key": `bits ${point.id}`, click: () => select(point.id) };
  const cell = ({ index }, place) => {
    const bits = point.bits[index];
    return html(
      "td",
      { class: `cell ${bits === null ? "none" : `w${bits}`}${place === 0 ? " start" : ""}` },
      bits === null ? "-" : String(bits),
    );
  };
  return html(
    "tr",
    { "data-point": point.id, class: isSelected ? "selected" : null },
    html(
      "th",
      { scope: "row", class: "first" },
      html("button", { ...choose, "aria-pressed": String(isSelected) }, point.id),
    ),
    objectivesOf(view).map(({ key, unit }) => html("td", { class: "number" }, withUnit(point.measures[key], unit))),
    groups.map((columns) => columns.map(cell)),
  );
}
