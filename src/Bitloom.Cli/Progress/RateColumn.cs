using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bitloom.Cli;

/// <summary>Units of work a second.</summary>
internal sealed class RateColumn(StageUnits units) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(RateText(task.Speed, units[task.Id]));

    public static string RateText(double? speed, string unit) =>
        speed is > 0 and < double.PositiveInfinity && unit.Length > 0
            ? speed.Value.ToString(speed >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture) + $" {unit}/s"
            : "";
}
