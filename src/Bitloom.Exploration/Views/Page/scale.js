// Numbers to places in a chart and back.
export function scaleOf([low, high], [from, to], logarithmic) {
  const bend = logarithmic ? Math.log10 : (value) => value;
  const straighten = logarithmic ? (value) => 10 ** value : (value) => value;
  const start = bend(low);
  const span = bend(high) - start || 1;
  return {
    at: (value) => from + ((bend(value) - start) / span) * (to - from),
    back: (place) => straighten(start + ((place - from) / (to - from)) * span),
    ticks: (most) => (logarithmic ? decades(low, high, most) : steps(low, high, most)),
  };
}

/** From the least to the greatest, with a margin, which is a share of what is between them. */
export function rangeOf(values, logarithmic, margin) {
  const there = values.filter((value) => Number.isFinite(value) && (!logarithmic || value > 0));
  if (there.length === 0) return logarithmic ? [1, 10] : [0, 1];
  const [low, high] = [Math.min(...there), Math.max(...there)];
  if (logarithmic) {
    const factor = low === high ? 2 : (high / low) ** margin;
    return [low / factor, high * factor];
  }
  const gap = low === high ? Math.abs(low) / 2 || 1 : (high - low) * margin;
  return [low - gap, high + gap];
}

function steps(low, high, most) {
  const rough = (high - low) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function decades(low, high, most) {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, index) => 10 ** (first + index));
  const within = (factors) =>
    powers
      .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(12))))
      .filter((value) => value >= low && value <= high);
  const fitting = [[1, 2, 5], [1, 3], [1]].map(within).find((values) => values.length <= most) ?? within([1]);
  return fitting.length < 2 ? steps(low, high, most) : fitting;
}
