using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bitloom.Estimation;

/// <summary>The fitted clocks that Bitloom brings: calibration/timing-FAMILY.json.</summary>
public static class ClockModelFile
{
    private static readonly Lazy<ImmutableDictionary<string, ClockModel>> Own = new(() =>
        new[] { "xc7", "ice40" }.ToImmutableDictionary(family => family, family => Read(ModelJson.Load($"timing-{family}")), StringComparer.Ordinal));

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
            path[feature.Name] = ModelJson.Rounded(value);
        }

        return ModelJson.Text(new()
        {
            ["family"] = model.Family,
            ["tool"] = model.Tool,
            ["points"] = model.Points,
            ["error"] = ModelJson.Of(model.Error),
            ["picoseconds"] = paths,
        });
    }

    /// <summary>The model that a text says.</summary>
    /// <exception cref="FormatException">It names a feature that there is not.</exception>
    public static ClockModel Read(string text)
    {
        var root = JsonNode.Parse(text)!;
        return new(
            root["family"]!.GetValue<string>(), root["tool"]!.GetValue<string>(), root["points"]!.GetValue<int>(),
            Coefficients(root["picoseconds"]!.AsObject()), ModelJson.Error(root["error"]!));
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
}
