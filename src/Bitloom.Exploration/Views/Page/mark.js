// The mark of a point: its kind is its color and size, and what a simulation said is written in it.
import { svg } from "./element.js";

const sizes = { best: 7, fits: 5, over: 4 };
const checks = {
  verified: "M-2.9 .2 -.9 2.3 3 -2.1",
  differs: "M-2.3 -2.3 2.3 2.3M2.3 -2.3 -2.3 2.3",
};

export const markOf = (kind, check) => [
  svg("circle", { class: "ring", r: sizes[kind] + 4 }),
  svg("circle", { class: "dot", r: check === "none" ? sizes[kind] : Math.max(6, sizes[kind]) }),
  check === "none" ? null : svg("path", { class: `check ${check}`, d: checks[check] }),
];

/** A line of a legend: the mark and what it means. */
export const legendMark = (kind, check) =>
  svg(
    "svg",
    { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" },
    svg("g", { class: `mark ${kind}` }, markOf(kind, check)),
  );
