// Where the power goes: static and each resource, in an inference and while the accelerator waits.
charts.power = (report, colors, box) => {
  const { power } = report;
  const rows = [{ name: "static", milliwatts: power.static, idle: power.static, error: 0 }, ...power.parts];
  const bar = (name, key, color) => ({
    name,
    type: "bar",
    barWidth: 12,
    color,
    data: rows.map((row) => row[key]),
    itemStyle: { borderRadius: [0, 4, 4, 0] },
  });
  rowsHigh(box, rows.length, 40, 90);
  return common(colors, {
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: ([{ dataIndex: at }]) =>
        tip(rows[at].name, [
          ["inference", `${number(rows[at].milliwatts)} mW`, colors.accent],
          ["waiting", `${number(rows[at].idle)} mW`, colors.wait],
          ["may be off by", `${number(rows[at].error)} mW`],
        ]),
    },
    xAxis: axis(colors, "power, mW", false, { type: "value", min: 0 }),
    yAxis: categories(
      colors,
      rows.map((row) => row.name),
      labelWidth(box),
    ),
    series: [bar("inference", "milliwatts", colors.accent), bar("waiting, clock running", "idle", colors.wait)],
  });
};
