// Parallel coordinates: an axis for each setting and measure, a line for each point.
import { byId, fill, svg } from "./element.js";
import { number, several } from "./format.js";
import { brushByKey, installBrush } from "./brush.js";
import { axesOf, kindOf } from "./model.js";
import { rangeOf, scaleOf } from "./scale.js";
import { change, keptPoints, select, state } from "./state.js";

const parallelHeight = 380;
const [axisTop, axisBottom] = [62, 366];
const side = 64;
const least = 96;
const letter = 8;
const order = { over: 0, fits: 1, best: 2 };
let drawnAxes = [];

export function installParallel() {
  const box = byId("parallel-chart");
  const axisAt = (target) => drawnAxes.find(({ axis }) => axis.key === target.closest?.("[data-axis]")?.dataset.axis);
  installBrush(box, axisAt);
  box.addEventListener("keydown", (event) => axisAt(event.target) && brushByKey(event, axisAt(event.target)));
  box.addEventListener("click", ({ target }) => {
    const line = target.closest("[data-point]");
    if (line) select(line.dataset.point);
  });
  byId("clear").addEventListener("click", () => change({ brushes: new Map() }));
}

export function drawParallel({ view, selected, brushes }) {
  const axes = axesOf(view);
  const kept = new Set(keptPoints(view, axes));
  const box = byId("parallel-chart");
  const width = Math.max(box.clientWidth, 2 * side + least * (axes.length - 1));
  const gap = (width - 2 * side) / Math.max(1, axes.length - 1);
  drawnAxes = axes.map((axis, index) => ({ axis, scale: scaleFor(axis), left: side + gap * index }));
  const rank = (point) => (point.id === selected ? 9 : kept.has(point) ? 3 + order[kindOf(point)] : 0);
  const sorted = [...view.points].sort((one, other) => rank(one) - rank(other));
  const lines = sorted.map((point) => lineOf(point, kept.has(point), point.id === selected));
  const label = `Parallel coordinates of ${several(kept.size, "point")}; the table of trials has the same numbers`;
  fill(
    box,
    svg(
      "svg",
      { width, height: parallelHeight, role: "group", "aria-label": label },
      svg("g", { "data-tips": "", "aria-hidden": "true" }, lines),
      drawnAxes.map((on) => axisOf(on, gap)),
    ),
  );
  const all = several(view.points.length, "model");
  byId("kept").textContent = brushes.size === 0 ? `All ${all}` : `${number(kept.size)} of ${all}`;
  byId("clear").disabled = brushes.size === 0;
}

function scaleFor(axis) {
  const range = axis.texts
    ? [-0.5, Math.max(0.5, axis.texts.length - 0.5)]
    : rangeOf(axis.known, axis.logarithmic, 0.03);
  return { ...scaleOf(range, [axisBottom, axisTop], axis.logarithmic), low: axisBottom, high: axisTop };
}

// A value that is not there is a gap in the line.
function lineOf(point, isKept, isSelected) {
  const places = drawnAxes.map(({ axis, scale, left }) => [left, axis.value(point), scale]);
  const goesOn = (index) => index > 0 && places[index - 1][1] !== null;
  const step = ([left, value, scale], index) =>
    value === null ? "" : `${goesOn(index) ? "L" : "M"}${left} ${scale.at(value).toFixed(1)}`;
  const path = places.map(step).join("");
  const kind = `line ${kindOf(point)}${isKept ? "" : " out"}${isSelected ? " selected" : ""}`;
  return svg("path", { class: kind, d: path, "data-point": isKept ? point.id : null });
}

function axisOf({ axis, scale, left }, gap) {
  const range = state.brushes.get(axis.key);
  const [from, to] = (range ?? [scale.back(axisBottom), scale.back(axisTop)]).map(scale.at);
  const value = (place) => number(scale.back(place));
  const title = axis.unit ? `${axis.name}, ${axis.unit}` : axis.name;
  const attributes = {
    class: "axis",
    transform: `translate(${left} 0)`,
    "data-axis": axis.key,
    "data-key": `axis ${axis.key}`,
    tabindex: 0,
    role: "slider",
    "aria-orientation": "vertical",
    "aria-label": `Range of ${title}`,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": Math.round((100 * (axisBottom - to)) / (axisBottom - axisTop)),
    "aria-valuetext": range ? `${value(from)} to ${value(to)}` : "all",
  };
  return svg(
    "g",
    attributes,
    svg("rect", { class: "hit", x: -18, y: axisTop - 8, width: 36, height: axisBottom - axisTop + 16 }),
    svg("line", { y1: axisTop, y2: axisBottom }),
    range ? svg("rect", { class: "range", x: -7, y: to, width: 14, height: Math.max(2, from - to) }) : null,
    ticksOf(axis, scale).map(([at, text]) => svg("text", { class: "tick", x: 9, y: at + 4 }, text)),
    titleLines(axis, Math.floor(Math.min(gap, 2 * side) / letter)).map((text, index, all) =>
      svg("text", { class: "title", y: axisTop - 16 - 15 * (all.length - 1 - index), "text-anchor": "middle" }, text),
    ),
  );
}

const ticksOf = (axis, scale) =>
  axis.texts
    ? axis.texts.map((text, index) => [scale.at(index), text])
    : (axis.stops ?? scale.ticks(6)).map((value) => [scale.at(value), number(value)]);

// Names break after a dot, a space or a word; a unit has a line of its own.
function titleLines({ name, unit }, most) {
  const lines = [""];
  for (const part of name.split(/(?<=[. ])|(?<=[a-z]{3})(?=[A-Z])/)) {
    if (lines.at(-1) !== "" && (lines.at(-1) + part).trim().length > most) lines.push("");
    lines[lines.length - 1] += part;
  }
  return unit ? [...lines.slice(0, 2), unit] : lines.slice(0, 3);
}
