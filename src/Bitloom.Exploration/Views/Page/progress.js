// How far the study is, and the best so far.
import { byId, fill, html } from "./element.js";
import { duration, number, several } from "./format.js";
import { select } from "./state.js";

const parts = ["finished", "failed", "running", "waiting"];

export function drawProgress(state) {
  const { view } = state;
  const { progress } = view;
  document.title = `${view.name}: ${progress.finished + progress.failed} of ${progress.trials} trials`;
  byId("name").textContent = view.name;
  drawState(state, progress);
  byId("sentence").textContent = sentenceOf(view);
  drawBar(progress, state.live);
  fill(byId("headlines"), cards(view));
  const news = `${progress.finished + progress.failed} of ${progress.trials} trials have ended.`;
  if (state.live && byId("news").textContent !== news) byId("news").textContent = news;
}

function drawState({ live, lost }, { trials, finished, failed, running }) {
  const done = finished + failed === trials;
  const text = lost ? "Connection lost, trying again" : done ? "Complete" : live ? "Live" : "Not complete";
  byId("state").className = `verdict ${lost ? "lost" : done ? "good" : live ? "live" : "open"}`;
  byId("state").textContent = text === "Live" ? `Live, ${several(running, "trial")} running` : text;
}

function sentenceOf(view) {
  const fitting = view.points.filter((point) => point.excess === 0).length;
  const front = view.points.filter((point) => point.front).length;
  const models = `${several(view.points.length, "model")} of ${view.project} for the ${view.device}`;
  const objectives = view.measures.filter((measure) => measure.objective).map((measure) => measure.name);
  if (view.points.length === 0) return `${view.project} for the ${view.device}: no model yet.`;
  const counts = `${counted(fitting, "fits", "fit")}, ${counted(front, "is", "are")} on the front`;
  return `${models}: ${counts} of ${listed(objectives)}.`;
}

const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

const listed = (names) => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");

function drawBar(progress, live) {
  const bar = byId("bar");
  bar.setAttribute("aria-valuemax", progress.trials);
  bar.setAttribute("aria-valuenow", progress.finished + progress.failed);
  if (bar.children.length === 0) bar.append(...parts.map((part) => html("i", { class: part })));
  parts.forEach((part, index) => (bar.children[index].style.flexGrow = progress[part]));
  const left = live && progress.secondsLeft > 0 ? `about ${duration(progress.secondsLeft)} left` : "";
  fill(
    byId("counts"),
    parts.map((part) => html("li", { class: part }, html("i"), `${number(progress[part])} ${part}`)),
    html("li", { class: "left" }, left || `of ${several(progress.trials, "trial")}`),
  );
}

function cards(view) {
  const front = view.points.filter((point) => point.front);
  const verified = front.filter((point) => point.check === "verified").length;
  const share = front.length === 0 ? "none yet" : `${number(verified)} verified by simulation`;
  const objectives = view.measures.filter((measure) => measure.objective);
  return [
    ...objectives.map((measure) => bestCard(view, measure)),
    card("on the front", number(front.length), "", [share]),
  ];
}

function bestCard(view, { key, name, unit }) {
  const best = view.best.find(({ measure }) => measure === key);
  if (!best) return card(`best ${name}`, "-", "", ["none yet"]);
  const choose = { type: "button", class: "link", "data-key": `best ${best.measure}`, click: () => select(best.point) };
  return card(`best ${name}`, number(best.value), unit, ["point ", html("button", choose, best.point)]);
}

function card(name, value, unit, note) {
  const shown = html("b", null, value, unit ? html("small", null, ` ${unit}`) : null);
  return html("div", { class: "card" }, html("dt", null, name), html("dd", null, shown, html("span", null, note)));
}
