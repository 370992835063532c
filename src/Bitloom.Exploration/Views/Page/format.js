// Numbers as the report of a build has them.
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

export const number = (value) =>
  value === null || value === undefined ? "-" : Math.abs(value) >= 1000 ? whole.format(value) : precise.format(value);

export const withUnit = (value, unit) =>
  unit && value !== null && value !== undefined ? `${number(value)} ${unit}` : number(value);

export const several = (count, noun) => `${whole.format(count)} ${noun}${count === 1 ? "" : "s"}`;

/** As exact as a guess is. */
export function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${Math.round(minutes / 1440)} days`;
}
