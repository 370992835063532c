// Draws every chart of the page from the numbers in it, and again when the theme or the width changes.
const report = JSON.parse(document.getElementById("report").textContent);
document.documentElement.dataset.scripts = "on";

const drawn = [...document.querySelectorAll("[data-chart]")].map((box) => ({ box, chart: null, width: 0 }));

function draw(entry, colors) {
  const options = charts[entry.box.dataset.chart](report, colors, entry.box);
  entry.chart ??= echarts.init(entry.box, null, { renderer: "svg" });
  entry.chart.resize();
  entry.chart.setOption(options, true);
  entry.width = entry.box.clientWidth;
}

function drawAll() {
  const colors = readColors();
  for (const entry of drawn) draw(entry, colors);
}

const observer = new ResizeObserver((changes) => {
  const colors = readColors();
  for (const entry of drawn.filter(
    ({ box, width }) => box.clientWidth !== width && changes.some(({ target }) => target === box),
  ))
    draw(entry, colors);
});

installTheme(drawAll);
drawAll();
for (const { box } of drawn) observer.observe(box);
