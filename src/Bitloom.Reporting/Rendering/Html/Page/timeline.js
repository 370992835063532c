// Instructions over the cycles of an inference: colored where the array takes operands, gray where it waits.
const leastTile = 3;

/** The stretches in which the array is busy: each tile's beginning, or their sum where tiles are too narrow to see. */
function busySpans({ start, end, busy, tiles }, pixelsPerCycle) {
  if (busy === 0) return [];
  const length = (end - start) / tiles;
  if (length * pixelsPerCycle < leastTile) return [[start, start + busy]];
  return Array.from({ length: tiles }, (_, tile) => [start + tile * length, start + tile * length + busy / tiles]);
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
  const color = (row) =>
    row.stream ? colors.third : row.opcode === "MATMUL" || row.opcode === "NORM" ? colors.wait : colors.fourth;
  rowsHigh(box, rows.length + 1, 26, 88);
  const draw = (params, api) => {
    const row = rows[params.dataIndex];
    const [left] = api.coord([0, 0]);
    const [right] = api.coord([cycles.predicted, 0]);
    const bar = (from, to, line, fill, height = 16) => {
      const middle = api.coord([0, line])[1];
      return span(api, params, [from, line], [to, line], { y: middle - height / 2, height, r: 2 }, { fill });
    };
    const busy = busySpans(row, (right - left) / cycles.predicted);
    return {
      type: "group",
      children: [
        // What a softmax begins goes on beside the instructions after it.
        ...(row.beside === undefined ? [] : [bar(row.start, row.beside, params.dataIndex + 1, color(row), 4)]),
        bar(row.start, row.end, params.dataIndex + 1, color(row)),
        ...busy.flatMap(([from, to]) => [
          bar(from, to, params.dataIndex + 1, colors.accent),
          bar(from, to, 0, colors.accent),
        ]),
      ],
    };
  };
  const key = (name, fill) => ({ name, type: "bar", data: [], color: fill });
  return common(colors, {
    legend: {
      ...common(colors, {}).legend,
      data: ["array busy", "array waiting", "softmax", "streams"],
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
    yAxis: categories(colors, ["array", ...rows.map((row) => row.name)], 190),
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
      key("softmax", colors.fourth),
      key("streams", colors.third),
    ],
  });
};
