// A point is told where it is pointed at, and shown in every view at once.
import { html } from "./element.js";
import { withUnit } from "./format.js";
import { checkOf, outcomeOf } from "./model.js";
import { state } from "./state.js";

const gap = 14;
const bubble = html("div", { class: "tip floating", hidden: true });
let pointed = null;

export function installTip() {
  document.body.append(bubble);
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.("[data-point]");
    if (mark) pointAt(mark.dataset.point, mark.closest("[data-tips]") && [event.clientX, event.clientY]);
    else if (!event.target.closest?.("[data-nearest]")) pointAt(null);
  });
  addEventListener("scroll", () => (bubble.hidden = true), { passive: true, capture: true });
}

/** Marks a point in all views; tells it at a place, when there is one. */
export function pointAt(id, place) {
  if (id !== pointed) {
    markPoint(pointed, false);
    markPoint(id, true);
    pointed = id;
  }
  const point = id === null ? undefined : state.view.points.find((each) => each.id === id);
  bubble.hidden = !point || !place;
  if (!bubble.hidden) tell(point, place);
}

/** After the views have been drawn anew. */
export const pointAgain = () => markPoint(pointed, true);

function markPoint(id, on) {
  if (id === null) return;
  for (const element of document.querySelectorAll(`[data-point="${CSS.escape(id)}"]`))
    element.classList.toggle("pointed", on);
}

function tell(point, [left, top]) {
  const row = (name, value) => html("div", null, html("span", null, name), html("b", null, value));
  bubble.replaceChildren(
    html("strong", null, `Point ${point.id}`),
    html("em", null, `${outcomeOf(point)}, ${checkOf(point)}`),
    ...state.view.measures.map(({ key, name, unit }) => row(name, withUnit(point.measures[key], unit))),
    ...state.view.settings.map((key) => row(key, point.settings[key] ?? "-")),
  );
  const { width, height } = bubble.getBoundingClientRect();
  const room = left + gap + width < innerWidth ? left + gap : left - gap - width;
  bubble.style.left = `${Math.max(4, room)}px`;
  bubble.style.top = `${Math.max(4, Math.min(top + gap, innerHeight - height - 4))}px`;
}
