// Puts the parts together: each draws its place of the page from the state, whenever that has changed.
import { drawBits, installBits } from "./bits.js";
import { drawChoices, installChoices } from "./choices.js";
import { drawFront, installFront } from "./front.js";
import { drawParallel, installParallel } from "./parallel.js";
import { drawProgress } from "./progress.js";
import { drawSelection } from "./selection.js";
import { openStudy } from "./source.js";
import { change, onChange } from "./state.js";
import { drawTable, installTable } from "./table.js";
import { installTheme } from "./theme.js";
import { installTip, pointAgain } from "./tip.js";

document.documentElement.dataset.scripts = "on";
for (const install of [
  installTheme,
  installTip,
  installChoices,
  installFront,
  installParallel,
  installBits,
  installTable,
])
  install();
for (const draw of [drawProgress, drawChoices, drawFront, drawSelection, drawParallel, drawBits, drawTable, pointAgain])
  onChange(draw);

let width = document.documentElement.clientWidth;
new ResizeObserver(() => {
  if (width !== document.documentElement.clientWidth) change({});
  width = document.documentElement.clientWidth;
}).observe(document.documentElement);

await openStudy();
