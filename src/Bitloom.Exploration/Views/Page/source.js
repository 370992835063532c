// Where the view comes from: the page itself, or the server that it came from, which sends what has changed.
import { byId, html } from "./element.js";
import { areFarApart } from "./model.js";
import { change, state } from "./state.js";

const pause = 2000;
let events = null;

export async function openStudy() {
  const block = byId("study");
  if (block) {
    show(JSON.parse(block.textContent), false);
    return;
  }
  state.reports = "/reports/";
  const studies = await (await fetch("/api/studies")).json();
  if (studies.length === 0) {
    byId("state").textContent = "Waiting for a study";
    setTimeout(openStudy, pause);
    return;
  }
  offer(studies.map((study) => study.name));
}

function offer(names) {
  const asked = new URLSearchParams(location.search).get("study");
  const chosen = names.includes(asked) ? asked : names[0];
  const list = byId("studies").querySelector("select");
  list.replaceChildren(...names.map((name) => html("option", { value: name }, name)));
  list.value = chosen;
  list.addEventListener("change", () => (location.search = new URLSearchParams({ study: list.value })));
  byId("studies").hidden = names.length < 2;
  follow(chosen);
}

function follow(name) {
  events?.close();
  events = new EventSource(`/api/studies/${encodeURIComponent(name)}/events`);
  events.addEventListener("message", (event) => show(JSON.parse(event.data), true));
  events.addEventListener("open", () => change({ lost: false }));
  events.addEventListener("error", () => change({ lost: true }));
}

function show(view, live) {
  const objectives = view.measures.filter((measure) => measure.objective).map((measure) => measure.key);
  const keys = [...objectives, ...view.measures.map((measure) => measure.key)];
  const x = keys.includes(state.x) ? state.x : (keys.find((key) => key !== keys[0]) ?? keys[0]);
  const y = keys.includes(state.y) ? state.y : keys[0];
  change({
    view,
    live,
    x,
    y,
    xLog: state.xLog ?? suggested(view, x),
    yLog: state.yLog ?? suggested(view, y),
    selected: view.points.some((point) => point.id === state.selected) ? state.selected : null,
  });
}

// As long as there is nothing to draw, nothing is decided.
function suggested(view, key) {
  const values = view.points.map((point) => point.measures[key] ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : areFarApart(values);
}
