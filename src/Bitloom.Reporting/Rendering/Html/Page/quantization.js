// Mean and largest error of each tensor: the mean inside the largest.
charts.quantization = (report, colors, box) => {
  const errors = report.quantizationErrors;
  const bar = (name, key, color, width, more) => ({
    name,
    type: "bar",
    barWidth: width,
    barGap: "-100%",
    color,
    data: errors.map((entry) => entry[key]),
    itemStyle: { borderRadius: [0, 4, 4, 0] },
    ...more,
  });
  rowsHigh(box, errors.length, 30, 90);
  return common(colors, {
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: ([{ dataIndex: at }]) =>
        tip(errors[at].tensor, [
          ["mean", `${number(errors[at].mean)} LSB`, colors.accent],
          ["largest", `${number(errors[at].largest)} LSB`, colors.wait],
          ["width", `${errors[at].bits} bit`],
        ]),
    },
    xAxis: axis(colors, "error, LSB", false, { type: "value", min: 0 }),
    yAxis: categories(
      colors,
      errors.map((entry) => entry.tensor),
      labelWidth(box),
    ),
    series: [bar("largest", "largest", colors.wait, 16), bar("mean", "mean", colors.accent, 16, { z: 3 })],
  });
};
