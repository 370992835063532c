// All points in a table that sorts, and the trials that have none.
import { byId, fill, html } from "./element.js";
import { number } from "./format.js";
import { axesOf, checkOf, kindOf, meanBits, outcomeOf, titleOf } from "./model.js";
import { change, keptPoints, linkOf, select, state } from "./state.js";

const ranks = { best: 0, fits: 1, over: 2 };

export function installTable() {
  byId("trials-table").addEventListener("click", ({ target }) => {
    const row = target.closest("tbody tr[data-point]");
    if (row && !target.closest("a, button")) select(row.dataset.point);
  });
}

export function drawTable({ view, selected, sort, brushes }) {
  const columns = columnsFor(view);
  const column = columns.find(({ key }) => key === sort.column) ?? columns[0];
  const points = sorted(keptPoints(view, axesOf(view)), column.value, sort.down);
  // A trial without points is in no range of a measure.
  const others =
    brushes.size > 0 ? [] : view.trials.filter((trial) => !view.points.some((point) => point.trial === trial.number));
  fill(
    byId("trials-table"),
    html(
      "thead",
      null,
      html(
        "tr",
        null,
        columns.map((each) => heading(each, sort)),
      ),
    ),
    html(
      "tbody",
      null,
      points.map((point) => pointRow(columns, point, point.id === selected)),
      others.map((trial) => trialRow(columns, trial)),
    ),
  );
}

function columnsFor(view) {
  const numeric = (key, title, value) => ({ key, title, value, numeric: true, show: (point) => number(value(point)) });
  const setting = (key) => (point) => {
    const text = point.settings[key] ?? null;
    return text !== null && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  return [
    { key: "point", title: "point", value: (point) => point.trial + point.index / 1000, show: chooser, header: true },
    {
      key: "outcome",
      title: "outcome",
      value: (point) => ranks[kindOf(point)] + (point.excess ?? Infinity),
      show: outcomeOf,
    },
    { key: "check", title: "simulation", value: checkOf, show: checked },
    { key: "report", title: "report", value: (point) => point.report, show: reportLink },
    ...view.measures.map((measure) =>
      numeric(measure.key, titleOf(measure), (point) => point.measures[measure.key] ?? null),
    ),
    numeric("weights", "weights, mean bits", (point) => meanBits(view, point, true)),
    numeric("activations", "activations, mean bits", (point) => meanBits(view, point, false)),
    ...view.settings.map((key) => ({
      key: `setting ${key}`,
      title: key,
      value: setting(key),
      show: (point) => point.settings[key] ?? "-",
    })),
  ];
}

// What is not known comes last, whichever way.
function sorted(points, value, down) {
  const compare = (one, other) =>
    typeof one === "string" || typeof other === "string" ? String(one).localeCompare(String(other), "en") : one - other;
  return [...points].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === null || second === null) return (first === null) - (second === null);
    return down ? compare(second, first) : compare(first, second);
  });
}

function heading({ key, title, numeric }, sort) {
  const isSorted = sort.column === key;
  const next = { column: key, down: isSorted && !sort.down };
  const button = { type: "button", "data-key": `sort ${key}`, click: () => change({ sort: next }) };
  return html(
    "th",
    {
      scope: "col",
      class: numeric ? "number" : null,
      "aria-sort": isSorted ? (sort.down ? "descending" : "ascending") : null,
    },
    html("button", button, title),
  );
}

function pointRow(columns, point, isSelected) {
  const cell = ({ show, numeric, header }) =>
    html(header ? "th" : "td", { scope: header ? "row" : null, class: numeric ? "number" : null }, show(point));
  return html(
    "tr",
    { "data-point": point.id, class: `${kindOf(point)}${isSelected ? " selected" : ""}` },
    columns.map(cell),
  );
}

const chooser = ({ id }) =>
  html(
    "button",
    {
      type: "button",
      class: "link",
      "data-key": `row ${id}`,
      "aria-pressed": String(state.selected === id),
      click: () => select(id),
    },
    id,
  );

const checked = (point) => html("span", { class: point.check }, checkOf(point));

function reportLink(point) {
  const href = linkOf(point);
  return href
    ? html("a", { href, "data-key": `report ${point.id}`, "aria-label": `Report of point ${point.id}` }, "report")
    : "-";
}

function trialRow(columns, trial) {
  const failed = trial.state === "finished";
  const text = failed
    ? (trial.fault ?? "ended without a model")
    : trial.state === "running" && trial.worker
      ? `on ${trial.worker}`
      : "";
  const settings = columns.filter(({ key }) => key.startsWith("setting "));
  return html(
    "tr",
    { class: failed ? "failed" : trial.state },
    html("th", { scope: "row" }, String(trial.number)),
    html("td", null, failed ? "failed" : trial.state),
    html("td", { colspan: columns.length - 2 - settings.length }, text),
    settings.map(({ title }) => html("td", null, trial.settings[title] ?? "-")),
  );
}
