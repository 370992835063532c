// What windows of each class were taken for, as shares of the class.
charts.confusion = (report, colors) => {
  const { classes, confusion } = report.classification;
  const names = classes.map((entry) => entry.name);
  const cells = confusion.flatMap((row, actual) =>
    row.map((count, taken) => ({
      value: [taken, actual, classes[actual].windows === 0 ? 0 : count / classes[actual].windows],
      count,
      // A dark cell needs a light number, and the other way round.
      label: { color: count > classes[actual].windows / 2 ? colors.card : colors.ink },
    })),
  );
  const side = { type: "category", data: names, splitLine: { show: false } };
  return common(colors, {
    grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: { show: false },
    tooltip: {
      formatter: ({ value: [taken, actual, share], data }) =>
        tip(`${names[actual]} taken for ${names[taken]}`, [
          ["windows", number(data.count)],
          ["of the class", percent(share)],
        ]),
    },
    visualMap: { show: false, min: 0, max: 1, inRange: { color: [colors.raised, colors.accent] } },
    xAxis: axis(colors, "taken for", false, side),
    yAxis: axis(colors, "true class", true, { ...side, inverse: true }),
    series: [
      {
        type: "heatmap",
        data: cells,
        itemStyle: { borderColor: colors.card, borderWidth: 2, borderRadius: 4 },
        label: {
          show: names.length <= 12,
          fontSize: 14,
          formatter: ({ data }) => whole.format(data.count),
        },
      },
    ],
  });
};

charts.scores = (report, colors, box) => {
  const { classes } = report.classification;
  const bar = (name, key, color) => ({
    name,
    type: "bar",
    data: classes.map((entry) => 100 * entry[key]),
    color,
    barGap: "15%",
    barCategoryGap: "30%",
    itemStyle: { borderRadius: [0, 3, 3, 0] },
  });
  rowsHigh(box, Math.max(classes.length, 4), 64, 110);
  return common(colors, {
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (bars) =>
        tip(`class ${bars[0].name}`, [
          ...bars.map((at) => [at.seriesName, `${at.value.toFixed(1)} %`, at.color]),
          ["windows", number(classes[bars[0].dataIndex].windows)],
        ]),
    },
    xAxis: axis(colors, "score, %", false, { type: "value", min: 0, max: 100 }),
    yAxis: categories(
      colors,
      classes.map((entry) => entry.name),
      labelWidth(box),
    ),
    series: [
      bar("precision", "precision", colors.accent),
      bar("recall", "recall", colors.third),
      bar("F1", "f1", colors.fourth),
    ],
  });
};
