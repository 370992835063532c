// Instructions over the cycles of an inference: colored where the array takes operands, gray where it waits.
const leastTile = 3;

// From, to, opacity: each tile's beginning; of tiles too narrow to see, all, the paler the more the array waits.
function busySpans({ start, end, busy, tiles }, pixelsPerCycle) {
  if (busy === 0) return [];
  const length = (end - start) / tiles;
  if (length * pixelsPerCycle < leastTile) return [[start, end, busy / (end - start)]];
  return Array.from({ length: tiles }, (_, tile) => [start + tile * length, start + tile * length + busy / tiles, 1]);
}

const rowName = ({ opcode, tensor }) =>
  ({
    SOFTMAX: `${tensor}: sums`,
    PROBABILITIES: `${tensor}: written`,
    END: `${tensor} stream`,
    OUTPUT: `${tensor} stream`,
  })[opcode] ?? tensor;

charts.timeline = (report, colors, box) => {
  const { program, cycles } = report;
  const first = program[0].start;
  const rows = [
    { name: "input", start: 0, end: first, busy: 0, tiles: 0, stream: true },
    ...program.map((entry, at) => ({
      ...entry,
      name: rowName(entry),
      stream: entry.opcode === "END" || entry.opcode === "OUTPUT",
      beside:
        entry.opcode === "SOFTMAX"
          ? program.slice(at).find(({ opcode }) => opcode === "PROBABILITIES")?.start
          : undefined,
    })),
  ];
  const color = (row) => (row.stream ? colors.third : row.opcode === "MATMUL" ? colors.wait : colors.fourth);
  rowsHigh(box, rows.length + 1, 26, 88);
  const draw = (params, api) => {
    const row = rows[params.dataIndex];
    const [left] = api.coord([0, 0]);
    const [right] = api.coord([cycles.predicted, 0]);
    const bar = (from, to, line, fill, { height = 16, opacity = 1 } = {}) => {
      const middle = api.coord([0, line])[1];
      return span(api, params, [from, line], [to, line], { y: middle - height / 2, height, r: 2 }, { fill, opacity });
    };
    const busy = busySpans(row, (right - left) / cycles.predicted);
    return {
      type: "group",
      children: [
        // The whole row can be pointed at.
        bar(0, cycles.predicted, params.dataIndex + 1, "transparent", { height: 24 }),
        // What a softmax begins goes on beside the instructions after it.
        ...(row.beside === undefined
          ? []
          : [bar(row.start, row.beside, params.dataIndex + 1, color(row), { height: 4 })]),
        bar(row.start, row.end, params.dataIndex + 1, color(row)),
        ...busy.flatMap(([from, to, opacity]) => [
          bar(from, to, params.dataIndex + 1, colors.accent, { opacity }),
          bar(from, to, 0, colors.accent, { opacity }),
        ]),
      ],
    };
  };
  const key = (name, fill) => ({ name, type: "bar", data: [], color: fill });
  return common(colors, {
    legend: {
      ...common(colors, {}).legend,
      data: ["array busy", "array waiting", "softmax and norm", "streams"],
      selectedMode: false,
    },
    tooltip: {
      formatter: ({ dataIndex }) => {
        const row = rows[dataIndex];
        const length = row.end - row.start;
        return tip(`${row.opcode ?? "INPUT"} ${row.tensor ?? "window"}`, [
          ["cycles", `${whole.format(row.start)} to ${whole.format(row.end)}`],
          ["length", whole.format(length)],
          ...(row.tiles > 0
            ? [
                ["array busy", `${whole.format(row.busy)} (${percent(row.busy / length)})`, colors.accent],
                ["tiles", row.tiles],
              ]
            : []),
          ...(row.beside === undefined ? [] : [["works beside until", whole.format(row.beside)]]),
          ...(row.delay > 0 ? [["idle before it", whole.format(row.delay)]] : []),
        ]);
      },
    },
    xAxis: axis(colors, "clock cycle of an inference", false, { type: "value", min: 0, max: cycles.predicted }),
    yAxis: categories(colors, ["array", ...rows.map((row) => row.name)], 230),
    series: [
      {
        name: "program",
        type: "custom",
        renderItem: draw,
        data: rows.map((row, at) => [row.start, at + 1]),
        clip: true,
      },
      key("array busy", colors.accent),
      key("array waiting", colors.wait),
      key("softmax and norm", colors.fourth),
      key("streams", colors.third),
    ],
  });
};
