namespace Bitloom.SystemTests.Studio;

/// <summary>Questions to a page, as its scripts; each answers with what is wrong.</summary>
internal static class Accessibility
{
    /// <summary>Texts whose contrast is under 4.5 (WCAG 2.2, success criterion 1.4.3).</summary>
    public const string FaintTexts =
        """
        () => {
          const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const parts = (color) => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
          };
          const over = ([r, g, b, a], below) => [r, g, b].map((part, at) => part * a + below[at] * (1 - a));
          const paper = (element) => parts(getComputedStyle(element).backgroundColor);
          const ground = (element) =>
            element === null ? [1, 1, 1] : over(paper(element), ground(element.parentElement));
          const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
          const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const contrast = (element) => {
            const style = getComputedStyle(element);
            const below = ground(element);
            const ink = over(parts(element.closest("svg") ? style.fill : style.color), below);
            const [low, high] = [light(ink), light(below)].sort((one, other) => one - other);
            return (high + 0.05) / (low + 0.05);
          };
          const isText = (node) => node.nodeType === 3 && node.data.trim() !== "";
          const hasText = (element) => [...element.childNodes].some(isText);
          const isSeen = (element) =>
            element.checkVisibility({ visibilityProperty: true }) &&
            !element.closest(".unseen, script, style, noscript, option");
          const told = (element) =>
            `${element.tagName}.${element.getAttribute("class")} ${element.textContent}: ${contrast(element)}`;
          return [...document.body.querySelectorAll("*")]
            .filter((element) => hasText(element) && isSeen(element) && contrast(element) < 4.5)
            .map(told);
        }
        """;

    /// <summary>Controls that a screen reader could not name, and pictures without words.</summary>
    public const string NamelessControls =
        """
        () => {
          const named = (element) =>
            (element.getAttribute("aria-label") ?? "").trim() !== "" ||
            (element.labels !== undefined && element.labels !== null && element.labels.length > 0) ||
            (element.matches("a, button") && element.textContent.trim() !== "");
          const controls =
            "a, button, select, input, [role=button], [role=slider], [role=group], [role=region], [role=progressbar]";
          return [...document.querySelectorAll(`${controls}, svg:not([aria-hidden=true])`)]
            .filter((element) => !named(element))
            .map((element) => element.outerHTML.slice(0, 120));
        }
        """;

    /// <summary>Names of elements that more than one has.</summary>
    public const string RepeatedIds =
        """
        () => {
          const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
          return ids.filter((id, at) => ids.indexOf(id) !== at);
        }
        """;
}
