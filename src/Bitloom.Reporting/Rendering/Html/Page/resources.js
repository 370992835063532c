// The share of each resource that is taken; what is over the line is not there.
charts.resources = (report, colors, box) => {
  const { budget, ...taken } = report.resources;
  const rows = [
    ["LUTs", "lut"],
    ["LUTs as memory", "lutMemory"],
    ["flip-flops", "ff"],
    [`${budget.blockRamKbit}-kbit memory blocks`, "blockRam"],
    ["DSP slices", "dsp"],
  ]
    .filter(([, key]) => budget[key] > 0)
    .map(([name, key]) => ({ name, taken: taken[key], there: budget[key], share: (100 * taken[key]) / budget[key] }));
  const color = (share) => (share > 100 ? colors.failure : colors.accent);
  rowsHigh(box, rows.length, 52, 62);
  return common(colors, {
    grid: { left: 8, right: 64, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: { show: false },
    tooltip: {
      formatter: ({ dataIndex: at }) =>
        tip(rows[at].name, [
          ["taken", number(rows[at].taken)],
          ["available", number(rows[at].there)],
          ["share", `${rows[at].share.toFixed(1)} %`, color(rows[at].share)],
        ]),
    },
    xAxis: axis(colors, "share of the device, %", false, {
      type: "value",
      min: 0,
      max: ({ max }) => Math.max(100, Math.ceil(max / 10) * 10),
    }),
    yAxis: categories(
      colors,
      rows.map((row) => `${row.name}\n${number(row.taken)} of ${number(row.there)}`),
      labelWidth(box),
    ),
    series: [
      {
        type: "bar",
        barWidth: 22,
        showBackground: true,
        backgroundStyle: { color: colors.raised, borderRadius: 4 },
        data: rows.map((row) => ({
          value: row.share,
          itemStyle: { color: color(row.share), borderRadius: [0, 4, 4, 0] },
        })),
        label: {
          show: true,
          position: "right",
          color: colors.ink,
          fontSize: 13,
          formatter: ({ value }) => `${value.toFixed(1)} %`,
        },
        markLine: {
          symbol: "none",
          silent: true,
          label: { show: false },
          lineStyle: { color: colors.faint, type: "dashed" },
          data: [{ xAxis: 100 }],
        },
      },
    ],
  });
};
