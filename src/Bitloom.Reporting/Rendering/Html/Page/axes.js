// What all charts have in common.
const charts = {};

function common(colors, options) {
  return {
    animation: false,
    aria: { enabled: false },
    // The library measures text by itself, so it has to know the font.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colors.soft },
    grid: { left: 8, right: 24, top: 40, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: {
      top: 0,
      left: 0,
      icon: "roundRect",
      itemWidth: 14,
      itemHeight: 8,
      itemGap: 18,
      textStyle: { color: colors.soft, fontSize: 13 },
    },
    ...options,
    tooltip: {
      confine: true,
      backgroundColor: colors.card,
      borderColor: colors.line,
      padding: [8, 12],
      textStyle: { color: colors.ink, fontSize: 13 },
      extraCssText: "border-radius:8px",
      ...options.tooltip,
    },
  };
}

/** An axis with its title and unit beside it. */
function axis(colors, title, vertical, options) {
  return {
    name: title,
    nameLocation: "middle",
    nameGap: vertical ? 44 : 30,
    nameTextStyle: { color: colors.faint, fontSize: 12 },
    axisLine: { lineStyle: { color: colors.line } },
    axisTick: { show: false },
    axisLabel: {
      color: colors.faint,
      fontSize: 12,
      hideOverlap: true,
      formatter: options?.type === "category" ? undefined : number,
    },
    splitLine: { lineStyle: { color: colors.grid } },
    minorSplitLine: { show: false },
    ...options,
  };
}

/** Labels of an axis of many categories, about one in 70 pixels. */
function spaced(colors, box, count, width = 70) {
  const every = Math.max(1, Math.ceil(count / Math.max(2, box.clientWidth / width)));
  return { color: colors.faint, fontSize: 12, interval: (index) => index % every === 0 };
}

/** Categories from the top down; their names stand in for a title. */
function categories(colors, names, most) {
  // Names that have a width take all of it, so only those that need one are given it.
  const longest = Math.max(...names.flatMap((name) => name.split("\n")).map((line) => line.length));
  const width = 7 * longest > most ? most : undefined;
  return {
    type: "category",
    data: names,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colors.soft, fontSize: 12.5, lineHeight: 16, width, overflow: "break" },
  };
}

/** Gives a chart of rows the height that they need. */
function rowsHigh(box, rows, each, extra) {
  box.style.height = `${rows * each + extra}px`;
}

/** What the names of categories may take of a chart, in pixels. */
const labelWidth = (box) => Math.max(96, Math.min(280, box.clientWidth * 0.34));
