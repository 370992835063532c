// Ranges on axes, by the pointer and by the keyboard.
import { change, state } from "./state.js";

const still = 4;
const keyStep = 0.05;

/** Sets the range of an axis, from places of its scale; null lets go. */
export function setBrush({ axis, scale }, range) {
  const brushes = new Map(state.brushes);
  if (range === null) brushes.delete(axis.key);
  else
    brushes.set(
      axis.key,
      range.map(scale.back).sort((one, other) => one - other),
    );
  change({ brushes });
}

/** Drags along an axis; axisAt tells which one an event is on. The box outlives what is drawn in it. */
export function installBrush(box, axisAt) {
  let drag = null;
  const place = (event, scale) =>
    Math.max(scale.high, Math.min(scale.low, event.clientY - box.getBoundingClientRect().top));
  box.addEventListener("pointerdown", (event) => {
    const on = axisAt(event.target);
    if (!on || event.button !== 0) return;
    drag = { on, from: place(event, on.scale) };
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener("pointermove", (event) => {
    if (drag === null) return;
    const to = place(event, drag.on.scale);
    if (Math.abs(to - drag.from) > still) setBrush(drag.on, [drag.from, to]);
  });
  box.addEventListener("pointerup", (event) => {
    if (drag !== null && Math.abs(place(event, drag.on.scale) - drag.from) <= still) setBrush(drag.on, null);
    drag = null;
  });
  box.addEventListener("pointercancel", () => (drag = null));
}

/** Arrows move the upper end of a range, with Shift the lower one; Escape lets go. */
export function brushByKey(event, on) {
  const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (event.key === "Escape") setBrush(on, null);
  else if (way !== undefined) setBrush(on, moved(on, way, event.shiftKey));
  else return;
  event.preventDefault();
}

function moved({ axis, scale }, way, lower) {
  const { low, high } = scale;
  const [from, to] = state.brushes.get(axis.key)?.map(scale.at) ?? [low, high];
  const step = way * keyStep * (high - low);
  const within = (value) => Math.max(high, Math.min(low, value));
  return lower ? [Math.max(to, within(from + step)), to] : [from, Math.min(from, within(to + step))];
}
