// The grid of a chart with its numbers, and the titles of its axes.
import { svg } from "./element.js";
import { number } from "./format.js";
import { titleOf } from "./model.js";

export const edge = { left: 62, right: 18, top: 14, bottom: 50 };

const apart = 90;
const levels = 7;

export function frameOf(width, height, right, top, across, up) {
  const [low, high] = [height - edge.bottom, edge.top];
  const [start, end] = [edge.left, width - edge.right];
  const line = (x1, x2, y1, y2) => svg("line", { x1, x2, y1, y2 });
  const title = (attributes, measure) =>
    svg("text", { class: "title", "text-anchor": "middle", ...attributes }, titleOf(measure));
  return svg(
    "g",
    { class: "frame", "aria-hidden": "true" },
    right
      .ticks(Math.max(2, Math.floor(width / apart)))
      .map((tick) => [
        line(right.at(tick), right.at(tick), low, high),
        svg("text", { x: right.at(tick), y: low + 18, "text-anchor": "middle" }, number(tick)),
      ]),
    top
      .ticks(levels)
      .map((tick) => [
        line(start, end, top.at(tick), top.at(tick)),
        svg("text", { x: start - 9, y: top.at(tick) + 4, "text-anchor": "end" }, number(tick)),
      ]),
    title({ x: (start + end) / 2, y: height - 8 }, across),
    title({ transform: `translate(13 ${(low + high) / 2}) rotate(-90)` }, up),
  );
}
