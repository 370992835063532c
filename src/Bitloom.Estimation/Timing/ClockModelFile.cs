using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitloom.Estimation;

/// <summary>The fitted clocks that Bitloom brings: calibration/timing-FAMILY.json.</summary>
public static class ClockModelFile
{
    private static readonly Lazy<ImmutableDictionary<string, ClockModel>> Own = new(() =>
        new[] { "xc7", "ice40" }.ToImmutableDictionary(family => family, Load, StringComparer.Ordinal));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The model for a family; null where none was measured.</summary>
    public static ClockModel? Find(SynthesisFamily family) => family switch
    {
        SynthesisFamily.Xc7 => Own.Value["xc7"],
        SynthesisFamily.Ice40 => Own.Value["ice40"],
        SynthesisFamily.Xcup or SynthesisFamily.Ecp5 => null,
    };

    /// <summary>A model as text; coefficients that are 0 are left out.</summary>
    public static string Write(ClockModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var paths = new JsonObject();
        foreach (var (feature, value) in TimingFeatures.All.Zip(model.Coefficients).Where(each => each.Second != 0))
        {
            var path = paths[feature.Path.ToString()]?.AsObject();
            if (path is null)
                paths[feature.Path.ToString()] = path = [];
            path[feature.Name] = Rounded(value);
        }

        return new JsonObject
        {
            ["family"] = model.Family,
            ["tool"] = model.Tool,
            ["points"] = model.Points,
            ["error"] = new JsonObject
            {
                ["median"] = Rounded(model.Error.Median),
                ["p95"] = Rounded(model.Error.High),
                ["worst"] = Rounded(model.Error.Worst),
            },
            ["picoseconds"] = paths,
        }.ToJsonString(Indented) + "\n";
    }

    /// <summary>The model that a text says.</summary>
    /// <exception cref="FormatException">It names a feature that there is not.</exception>
    public static ClockModel Read(string text)
    {
        var root = JsonNode.Parse(text)!;
        var error = root["error"]!;
        return new(
            root["family"]!.GetValue<string>(), root["tool"]!.GetValue<string>(), root["points"]!.GetValue<int>(),
            Coefficients(root["picoseconds"]!.AsObject()),
            new(error["median"]!.GetValue<double>(), error["p95"]!.GetValue<double>(), error["worst"]!.GetValue<double>()));
    }

    private static ImmutableArray<double> Coefficients(JsonObject paths)
    {
        var values = new double[TimingFeatures.All.Length];
        foreach (var (path, features) in paths)
        {
            foreach (var (name, value) in features!.AsObject())
            {
                var index = Enumerable.Range(0, values.Length).FirstOrDefault(
                    each => TimingFeatures.All[each].Path.ToString() == path && TimingFeatures.All[each].Name == name, -1);
                if (index < 0)
                    throw new FormatException($"there is no feature '{name}' of a path to {path}: fit the clock again");
                values[index] = value!.GetValue<double>();
            }
        }

        return [.. values];
    }

    private static ClockModel Load(string family)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"calibration/timing-{family}.json")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    // Six digits: a refit on another machine writes the same file.
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
