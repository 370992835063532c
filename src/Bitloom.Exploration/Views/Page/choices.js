// Which measures the front is drawn by, and what its marks mean.
import { byId, fill, html } from "./element.js";
import { legendMark } from "./mark.js";
import { titleOf } from "./model.js";
import { change } from "./state.js";

export function installChoices() {
  for (const way of ["x", "y"]) {
    byId(`${way}-measure`).addEventListener("change", (event) => change({ [way]: event.target.value }));
    byId(`${way}-log`).addEventListener("change", (event) => change({ [`${way}Log`]: event.target.checked }));
  }
  const entry = (kind, check, text) => html("li", null, legendMark(kind, check), text);
  fill(
    byId("front-legend"),
    entry("best", "none", "on the front"),
    entry("best", "verified", "verified by simulation"),
    entry("fits", "none", "fits the device"),
    entry("over", "none", "over the limits"),
  );
}

/** A list is left alone while it has all measures: it may be open. */
export function drawChoices({ view, x, y, xLog, yLog }) {
  const known = view.measures.map((measure) => measure.key).join();
  for (const [way, chosen] of [
    ["x", x],
    ["y", y],
  ]) {
    const box = byId(`${way}-measure`);
    if (box.dataset.known !== known) fill(box, group(view, "objectives", true), group(view, "other measures", false));
    box.dataset.known = known;
    box.value = chosen;
  }
  byId("x-log").checked = xLog === true;
  byId("y-log").checked = yLog === true;
}

function group(view, label, objective) {
  const measures = view.measures.filter((measure) => measure.objective === objective);
  const option = (measure) => html("option", { value: measure.key }, titleOf(measure));
  return measures.length > 0 ? html("optgroup", { label }, measures.map(option)) : null;
}
