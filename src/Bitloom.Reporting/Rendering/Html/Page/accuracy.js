// The metric from predictions without a model to the simulated hardware.
function ladder(accuracy) {
  const played = accuracy.rtlWindows === null ? "" : `, ${whole.format(accuracy.rtlWindows)} windows`;
  const baselines = accuracy.baselines.length > 0 ? accuracy.baselines : [{ name: "naive", value: accuracy.naive }];
  return [
    ...baselines.map((entry) => [entry.name, entry.value, "wait"]),
    ["float model", accuracy.float, "accentHalf"],
    ["fake-quantized", accuracy.fakeQuantized, "accentHalf"],
    ["hardware-exact", accuracy.hardwareExact, "accent"],
    [`RTL${played}`, accuracy.rtl, "accent"],
  ].filter(([, value]) => value !== null);
}

charts.accuracy = (report, colors, box) => {
  const { accuracy } = report;
  const steps = ladder(accuracy);
  rowsHigh(box, steps.length, 40, 62);
  return common(colors, {
    grid: { left: 8, right: 64, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: { show: false },
    tooltip: { formatter: ({ name, value, color }) => tip(name, [[accuracy.metric, number(value), color]]) },
    xAxis: axis(colors, `${accuracy.metric}, ${accuracy.higherIsBetter ? "higher" : "lower"} is better`, false, {
      type: "value",
      min: 0,
    }),
    yAxis: categories(
      colors,
      steps.map(([name]) => name),
      labelWidth(box),
    ),
    series: [
      {
        type: "bar",
        barWidth: 20,
        data: steps.map(([, value, color]) => ({
          value,
          itemStyle: { color: colors[color], borderRadius: [0, 4, 4, 0] },
        })),
        label: {
          show: true,
          position: "right",
          color: colors.ink,
          fontSize: 13,
          formatter: ({ value }) => number(value),
        },
      },
    ],
  });
};
