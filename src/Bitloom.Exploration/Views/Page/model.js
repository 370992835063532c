// What is drawn of a view: names, values, and the axes that a point has a place on.
export const titleOf = (measure) => (measure.unit ? `${measure.name}, ${measure.unit}` : measure.name);

// An excess without end is null.
export const kindOf = (point) => (point.excess !== 0 ? "over" : point.front ? "best" : "fits");

export const outcomeOf = (point) =>
  ({ over: overOf(point), best: "on the front", fits: "fits the device" })[kindOf(point)];

const overOf = ({ excess }) =>
  excess === null ? "over the limits" : `over the limits by ${(100 * excess).toFixed(1)} %`;

export const checkOf = (point) =>
  ({ verified: "verified", differs: "differs from the graph", none: "not simulated" })[point.check];

/** What a point is, for those who do not see it. */
export function sayPoint(view, point, say) {
  const measures = view.measures.filter((measure) => measure.objective);
  const values = measures.map((measure) => `${measure.name} ${say(point.measures[measure.key], measure.unit)}`);
  return `Point ${point.id}, ${outcomeOf(point)}, ${checkOf(point)}: ${values.join(", ")}`;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean width of the tensors of one kind; null when a point has none. */
export function meanBits(view, point, constant) {
  const widths = point.bits.filter((bits, index) => bits !== null && view.tensors[index].constant === constant);
  return widths.length === 0 ? null : mean(widths);
}

/** The settings that vary and the measures; a setting whose values are all numbers is a number. */
export function axesOf(view) {
  const settings = view.settings.map((key) => settingAxis(view, key));
  const measures = view.measures.map((measure) =>
    numberAxis(`measure ${measure.key}`, measure.name, measure.unit, view, (point) => point.measures[measure.key]),
  );
  return [...settings, ...measures];
}

function settingAxis(view, key) {
  const texts = [...new Set(view.points.map((point) => point.settings[key]).filter((text) => text !== undefined))];
  const numeric = texts.length > 0 && texts.every((text) => text.trim() !== "" && Number.isFinite(Number(text)));
  const value = (point) => (key in point.settings ? Number(point.settings[key]) : null);
  return numeric
    ? { ...numberAxis(`setting ${key}`, key, "", view, value), stops: stopsOf(texts.map(Number)) }
    : { key: `setting ${key}`, name: key, unit: "", texts, value: (point) => placeOf(texts, point.settings[key]) };
}

// A few values are told apart; many are a range.
const stopsOf = (values) => (values.length <= 6 ? values.sort((one, other) => one - other) : null);

const placeOf = (texts, text) => (text === undefined ? null : texts.indexOf(text));

/** Numbers of several sizes are told apart by their ratios. */
export const areFarApart = (values) =>
  values.length > 0 && Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) > 30;

function numberAxis(key, name, unit, view, read) {
  const value = (point) => read(point) ?? null;
  const known = view.points.map(value).filter((each) => each !== null);
  return { key, name, unit, value, known, logarithmic: areFarApart(known) };
}
