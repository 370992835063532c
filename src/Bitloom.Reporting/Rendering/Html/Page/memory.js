// A name inside a rectangle, the whole or its last part, along it or upright: whatever fits, or none.
function nameInside(name, { x, y, width, height }, fill) {
  const [letter, line] = [7, 15];
  const fitting = (length) => [name, name.split(".").at(-1)].find((text) => letter * text.length + 10 < length);
  const along = height < line ? undefined : fitting(width);
  const upright = width < line ? undefined : fitting(height);
  const style = { text: along ?? upright, x: 0, y: 0, align: "center", verticalAlign: "middle", fill, fontSize: 12 };
  const turn = along === undefined ? Math.PI / 2 : 0;
  return style.text === undefined
    ? []
    : [{ type: "text", silent: true, x: x + width / 2, y: y + height / 2, rotation: turn, style }];
}

// Which tensor lies at which addresses of one memory, over the cycles of an inference.
charts.memory = (report, colors, box) => {
  const memory = report.memories.find((entry) => entry.name === box.dataset.part);
  const uses = report.memoryMap.filter((use) => use.memory === box.dataset.part);
  const hues = [colors.accent, colors.third, colors.fourth, colors.second];
  const draw = (params, api) => {
    const use = uses[params.dataIndex];
    const hue = hues[params.dataIndex % hues.length];
    const rect = span(
      api,
      params,
      [use.start, use.firstWord],
      [use.end, use.firstWord + use.words],
      { r: 3 },
      { fill: hue, fillOpacity: 0.28, stroke: hue, lineWidth: 1 },
    );
    return { type: "group", children: [rect, ...nameInside(use.tensor, rect.shape, colors.ink)] };
  };
  return common(colors, {
    grid: { left: 8, right: 16, top: 10, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: { show: false },
    tooltip: {
      formatter: ({ dataIndex: at }) =>
        tip(uses[at].tensor, [
          ["words", `${whole.format(uses[at].firstWord)} to ${whole.format(uses[at].firstWord + uses[at].words - 1)}`],
          ["cycles", `${whole.format(uses[at].start)} to ${whole.format(uses[at].end)}`],
          ["bits", whole.format(uses[at].words * memory.bitsPerWord)],
        ]),
    },
    xAxis: axis(colors, "clock cycle", false, { type: "value", min: 0, max: report.cycles.predicted }),
    yAxis: axis(colors, `word of ${memory.bitsPerWord} bits`, true, {
      type: "value",
      min: 0,
      max: memory.words,
      ...(memory.words % 4 === 0 ? { interval: memory.words / 4 } : {}),
    }),
    series: [{ type: "custom", renderItem: draw, data: uses.map((use) => [use.start, use.firstWord]), clip: true }],
  });
};
