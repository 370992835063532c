// Numbers and tooltips, as the tables of the page have them.
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const number = (value) =>
  value === null || value === undefined ? "-" : Math.abs(value) >= 1000 ? whole.format(value) : precise.format(value);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

// Names come from the user's files: they are text, never markup.
const safe = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A tooltip of a title and rows of [name, value, color]. */
function tip(title, rows) {
  const dot = (color) => (color ? `<i style="background:${color}"></i>` : "");
  const line = ([name, value, color]) => `<div><span>${dot(color)}${safe(name)}</span><b>${safe(value)}</b></div>`;
  return `<div class="tip"><strong>${safe(title)}</strong>${rows.map(line).join("")}</div>`;
}
