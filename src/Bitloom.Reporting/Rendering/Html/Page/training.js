// Losses by epoch, the quantized phase after the float one.
charts.training = (report, colors, box) => {
  const { history, bestEpoch } = report.training;
  // A loss of 0 or one that is no number has no place on a logarithmic axis.
  const shown = (loss) => (loss > 0 ? loss : null);
  const best = history.findIndex((entry) => entry.phase === "float" && entry.epoch === bestEpoch);
  const start = history.findIndex((entry) => entry.phase === "quantized");
  const mark = (at, text, align) => (at < 0 ? [] : [{ xAxis: at, label: { formatter: text, align, position: "end" } }]);
  const line = (name, key, color, more) => ({
    name,
    type: "line",
    symbol: history.length < 3 ? "circle" : "none",
    color,
    lineStyle: { width: 2 },
    data: history.map((entry) => shown(entry[key])),
    ...more,
  });
  return common(colors, {
    grid: { left: 8, right: 24, top: 56, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      trigger: "axis",
      formatter: ([{ dataIndex: at }]) =>
        tip(`${history[at].phase} epoch ${history[at].epoch}`, [
          ["training", number(history[at].trainLoss), colors.third],
          ["validation", number(history[at].validationLoss), colors.accent],
        ]),
    },
    xAxis: axis(colors, "epoch", false, {
      type: "category",
      boundaryGap: false,
      axisLabel: spaced(colors, box, history.length),
      data: history.map((entry) => (entry.phase === "float" ? `${entry.epoch}` : `q${entry.epoch}`)),
    }),
    yAxis: axis(colors, "loss, logarithmic", true, { type: "log", minorSplitLine: { show: false } }),
    series: [
      line("training", "trainLoss", colors.third),
      line("validation", "validationLoss", colors.accent, {
        markLine: {
          symbol: "none",
          silent: true,
          lineStyle: { color: colors.faint, type: "dashed" },
          label: { color: colors.soft, fontSize: 12, rotate: 0, distance: 6 },
          data: [...mark(best, `epoch ${bestEpoch} kept `, "right"), ...mark(start, " quantized", "left")],
        },
      }),
    ],
  });
};
