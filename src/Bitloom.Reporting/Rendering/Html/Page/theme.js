// The colors of the style sheet as the chart library needs them, and the button that changes the theme.
const colorNames = [
  "card",
  "raised",
  "line",
  "grid",
  "ink",
  "soft",
  "faint",
  "accent",
  "accent-half",
  "accent-soft",
  "second",
  "third",
  "fourth",
  "wait",
  "good",
  "warning",
  "failure",
];

// A variable may be light-dark(...): only an element's computed color is a color.
function readColors() {
  const probe = document.body.appendChild(document.createElement("i"));
  const colors = Object.fromEntries(
    colorNames.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name.replace(/-(.)/, (_, letter) => letter.toUpperCase()), getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colors;
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";

function installTheme(redraw) {
  const button = document.getElementById("theme");
  const show = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to the ${isDark() ? "light" : "dark"} theme`);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    show();
    redraw();
  });
  systemDark.addEventListener("change", () => {
    show();
    redraw();
  });
  show();
}
