// Truth and forecast over the rows of the test split, with the band of the validation errors around the forecast.
charts.forecast = (report, colors, box) => {
  const series = report.forecast.series[Number(box.dataset.part)];
  const hasTimes = series.times.length > 0;
  const place = (at) => (hasTimes ? series.times[at] : `row ${whole.format(series.rows[at])}`);
  const width = series.bandHigh - series.bandLow;
  const band = percent(report.forecast.bandShare).replace(".0", "");
  const low = series.forecast.map((value) => value + series.bandLow);
  const line = (name, data, color, more) => ({
    name,
    type: "line",
    data,
    color,
    symbol: "none",
    lineStyle: { width: 2, color },
    ...more,
  });
  return common(colors, {
    legend: { ...common(colors, {}).legend, data: ["truth", "forecast", `${band} band`] },
    tooltip: {
      trigger: "axis",
      formatter: ([{ dataIndex: at }]) =>
        tip(place(at), [
          ["truth", number(series.truth[at]), colors.ink],
          ["forecast", number(series.forecast[at]), colors.accent],
          [`${band} band`, `${number(low[at])} to ${number(low[at] + width)}`, colors.accentSoft],
        ]),
    },
    xAxis: axis(colors, hasTimes ? "time" : "row of the data file", false, {
      type: "category",
      data: hasTimes ? series.times : series.rows,
      boundaryGap: false,
      // Times are longer than row numbers.
      axisLabel: spaced(colors, box, series.rows.length, hasTimes ? 40 + 7 * series.times[0].length : 70),
    }),
    yAxis: axis(colors, series.target, true, { type: "value", scale: true }),
    series: [
      line("from", low, "transparent", {
        stack: "band",
        stackStrategy: "all",
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
      }),
      line(
        `${band} band`,
        low.map(() => width),
        colors.accentSoft,
        {
          stack: "band",
          stackStrategy: "all",
          lineStyle: { opacity: 0 },
          areaStyle: { color: colors.accentSoft, opacity: 0.75 },
        },
      ),
      line("truth", series.truth, colors.ink, { lineStyle: { width: 1.5, color: colors.ink, opacity: 0.75 } }),
      line("forecast", series.forecast, colors.accent),
    ],
  });
};
