// The anomaly score over the test split; shaded is what the data call an anomaly.
charts.detection = (report, colors) => {
  const { scores, labeled, threshold, windowsPerPoint } = report.detection;
  const first = (point) => point * windowsPerPoint;
  const isLabeled = (point) => labeled.some((range) => range.start <= point && point < range.end);
  const shade = { color: colors.second, opacity: 0.16 };
  return common(colors, {
    legend: { ...common(colors, {}).legend, data: ["score", "labeled anomaly", "threshold"] },
    tooltip: {
      trigger: "axis",
      formatter: ([{ dataIndex: at }]) =>
        tip(`windows ${whole.format(first(at))} to ${whole.format(first(at + 1) - 1)}`, [
          ["greatest score", number(scores[at]), colors.accent],
          ["threshold", number(threshold), colors.failure],
          ["verdict", scores[at] > threshold ? "alarm" : "normal"],
          ["labels", isLabeled(at) ? "anomaly" : "normal"],
        ]),
    },
    xAxis: axis(colors, "window of the test split, in order of time", false, {
      type: "value",
      max: first(scores.length),
      axisLabel: { color: colors.faint, fontSize: 12, hideOverlap: true, showMaxLabel: false, formatter: number },
    }),
    yAxis: axis(colors, "score, standard deviations", true, { type: "value" }),
    series: [
      {
        name: "score",
        type: "line",
        symbol: "none",
        color: colors.accent,
        lineStyle: { width: 1.5 },
        data: scores.map((score, point) => [first(point), score]),
        markArea: {
          silent: true,
          itemStyle: shade,
          data: labeled.map((range) => [{ xAxis: first(range.start) }, { xAxis: first(range.end) }]),
        },
      },
      { name: "labeled anomaly", type: "line", data: [], color: colors.second, lineStyle: { opacity: 0 } },
      {
        name: "threshold",
        type: "line",
        symbol: "none",
        color: colors.failure,
        lineStyle: { width: 1.5, type: "dashed" },
        data: [
          [0, threshold],
          [first(scores.length), threshold],
        ],
        silent: true,
      },
    ],
  });
};
