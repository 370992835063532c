// What the page shows, and who draws it again when that has changed.
export const state = {
  view: null,
  live: false,
  lost: false,
  reports: "",
  selected: null,
  x: null,
  y: null,
  // Null until the first numbers suggest it.
  xLog: null,
  yLog: null,
  brushes: new Map(),
  sort: { column: "point", down: false },
};

const drawers = [];
let asked = false;

export const onChange = (draw) => drawers.push(draw);

/** Changes arrive faster than they can be seen: all of a frame are drawn at once. */
export function change(values) {
  Object.assign(state, values);
  if (asked || state.view === null) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    for (const draw of drawers) draw(state);
  });
}

/** Choosing a point twice lets it go. */
export const select = (id) => change({ selected: state.selected === id ? null : id });

export const linkOf = (point) =>
  point.report === null ? null : state.reports + point.report.split("/").map(encodeURIComponent).join("/");

/** The points that no brush hides; a point without a value is not within any range. */
export function keptPoints(view, axes) {
  const brushed = axes.filter((axis) => state.brushes.has(axis.key));
  const within = (axis, point) => {
    const value = axis.value(point);
    const [low, high] = state.brushes.get(axis.key);
    return value !== null && value >= low && value <= high;
  };
  return view.points.filter((point) => brushed.every((axis) => within(axis, point)));
}
