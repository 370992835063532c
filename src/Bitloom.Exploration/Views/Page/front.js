// The points by two measures, and the line below which there is none.
import { byId, fill, html, svg } from "./element.js";
import { withUnit } from "./format.js";
import { edge, frameOf } from "./frame.js";
import { markOf } from "./mark.js";
import { axesOf, kindOf, sayPoint, titleOf } from "./model.js";
import { rangeOf, scaleOf } from "./scale.js";
import { keptPoints, select } from "./state.js";
import { pointAt } from "./tip.js";

const frontHeight = 400;
const reach = 22;
const layers = ["over", "fits", "best"];
let places = [];

export function installFront() {
  const chart = byId("front-chart");
  chart.addEventListener("pointermove", (event) => {
    pointAt(nearest(chart, event)?.point.id ?? null, [event.clientX, event.clientY]);
  });
  chart.addEventListener("pointerleave", () => pointAt(null));
  chart.addEventListener("click", (event) => {
    const near = nearest(chart, event);
    if (near) select(near.point.id);
  });
  chart.addEventListener("keydown", moveAlong);
  chart.addEventListener("focusin", ({ target }) => tellFocused(target));
  chart.addEventListener("focusout", () => pointAt(null));
}

export function drawFront({ view, x, y, xLog, yLog, selected }) {
  const chart = byId("front-chart");
  const [across, up] = [x, y].map((key) => view.measures.find((measure) => measure.key === key));
  const width = Math.max(240, chart.clientWidth);
  const right = scaleOf(rangeOf(valuesOf(view, x), xLog, 0.05), [edge.left, width - edge.right], xLog);
  const top = scaleOf(rangeOf(valuesOf(view, y), yLog, 0.06), [frontHeight - edge.bottom, edge.top], yLog);
  places = keptPoints(view, axesOf(view))
    .filter((point) => isThere(point, x, xLog) && isThere(point, y, yLog))
    .map((point) => ({ point, left: right.at(point.measures[x]), top: top.at(point.measures[y]) }))
    .sort((one, other) => one.left - other.left || one.top - other.top);
  const label = `${titleOf(up)} by ${titleOf(across)}: ${places.length} points, arrow keys go from one to the next`;
  fill(
    chart,
    svg(
      "svg",
      { width, height: frontHeight, role: "group", "aria-label": label },
      frameOf(width, frontHeight, right, top, across, up),
      svg("path", { class: "step", d: stepOf(places), "aria-hidden": "true" }),
      marks(view, selected),
    ),
    places.length === 0 ? html("p", { class: "nothing" }, "There is no point to show.") : null,
  );
}

const valuesOf = (view, key) => view.points.map((point) => point.measures[key]);

const isThere = (point, key, logarithmic) =>
  Number.isFinite(point.measures[key]) && (!logarithmic || point.measures[key] > 0);

// Of the front of all objectives those that are also best in the two that are shown.
function stepOf(sorted) {
  let path = "";
  let lowest = -Infinity;
  for (const { point, left, top } of sorted) {
    if (!point.front || top <= lowest) continue;
    path += path === "" ? `M${left} ${top}` : `H${left}V${top}`;
    lowest = top;
  }
  return path;
}

// The keyboard enters at one mark and goes on with arrows; what matters most is drawn last, above the rest.
function marks(view, selected) {
  const entry =
    places.find(({ point }) => point.id === selected) ?? places.find(({ point }) => point.front) ?? places[0];
  const above = (one, other) => layers.indexOf(kindOf(one.point)) - layers.indexOf(kindOf(other.point));
  return [...places].sort(above).map((place) => markAt(view, place, place === entry, place.point.id === selected));
}

function markAt(view, { point, left, top }, isEntry, isSelected) {
  const attributes = {
    class: `mark ${kindOf(point)}${isSelected ? " selected" : ""}`,
    transform: `translate(${left} ${top})`,
    role: "button",
    tabindex: isEntry ? 0 : -1,
    "aria-label": sayPoint(view, point, withUnit),
    "aria-pressed": String(isSelected),
    "data-point": point.id,
    "data-key": `front ${point.id}`,
  };
  return svg("g", attributes, markOf(kindOf(point), point.check));
}

function nearest(chart, event) {
  const box = chart.getBoundingClientRect();
  const away = ({ left, top }) => Math.hypot(left - (event.clientX - box.left), top - (event.clientY - box.top));
  const closer = (best, place) => (best === null || away(place) < away(best) ? place : best);
  const closest = places.reduce(closer, null);
  return closest !== null && away(closest) <= reach ? closest : null;
}

function tellFocused(target) {
  if (target.dataset.point === undefined || !target.matches(":focus-visible")) return;
  const { right, bottom } = target.getBoundingClientRect();
  pointAt(target.dataset.point, [right, bottom]);
}

function moveAlong(event) {
  const at = places.findIndex(({ point }) => point.id === event.target.dataset?.point);
  if (at < 0) return;
  const last = places.length - 1;
  const ways = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, Home: 0, End: last };
  if (event.key === "Enter" || event.key === " ") select(places[at].point.id);
  else if (event.key in ways) focusOn(places[Math.max(0, Math.min(last, ways[event.key]))].point);
  else return;
  event.preventDefault();
}

const focusOn = (point) =>
  byId("front-chart")
    .querySelector(`[data-point="${CSS.escape(point.id)}"]`)
    .focus();
