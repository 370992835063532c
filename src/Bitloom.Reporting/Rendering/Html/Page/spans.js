// A rectangle from one place of both axes to another, kept inside the axes.
function span(api, params, from, to, shape, style) {
  const [left, top] = api.coord(from);
  const [right, bottom] = api.coord(to);
  const { x, y, width, height } = params.coordSys;
  const l = Math.max(x, Math.min(left, right));
  const r = Math.min(x + width, Math.max(left, right));
  const t = Math.max(y, Math.min(top, bottom));
  const b = Math.min(y + height, Math.max(top, bottom));
  return {
    type: "rect",
    shape: { x: l, y: t, width: Math.max(1, r - l), height: Math.max(1, b - t), ...shape },
    style,
  };
}
