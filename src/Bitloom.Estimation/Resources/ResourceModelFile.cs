using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bitloom.Estimation;

/// <summary>The fitted models that Bitloom brings: calibration/FAMILY.json.</summary>
public static class ResourceModelFile
{
    private static readonly Lazy<ImmutableDictionary<string, ResourceModel>> Own = new(() =>
        new[] { "xc7", "ice40" }.ToImmutableDictionary(family => family, family => Read(ModelJson.Load(family)), StringComparer.Ordinal));

    /// <summary>
    /// The model for a family: its own, or that of the family with LUTs of the same size, for which nothing is measured.
    /// </summary>
    public static ResourceModel Find(SynthesisFamily family) => family switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup => Own.Value["xc7"],
        SynthesisFamily.Ice40 or SynthesisFamily.Ecp5 => Own.Value["ice40"],
    };

    /// <summary>Whether the model of a family is of points measured for it.</summary>
    public static bool IsMeasured(SynthesisFamily family) => family switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Ice40 => true,
        SynthesisFamily.Xcup or SynthesisFamily.Ecp5 => false,
    };

    /// <summary>A model as text; coefficients that are 0 are left out.</summary>
    public static string Write(ResourceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var root = new JsonObject
        {
            ["family"] = model.Family,
            ["tool"] = model.Tool,
            ["points"] = model.Points,
            ["checked"] = model.Checked,
            ["errors"] = new JsonObject(model.Errors.OrderBy(each => each.Key).Select(each =>
                KeyValuePair.Create<string, JsonNode?>(Text(each.Key), ModelJson.Of(each.Value)))),
        };
        foreach (var (kind, coefficients) in model.Coefficients.OrderBy(each => each.Key))
            root[Text(kind)] = Parts(coefficients);
        return ModelJson.Text(root);
    }

    /// <summary>The model that a text says.</summary>
    /// <exception cref="FormatException">It names a feature that there is not.</exception>
    public static ResourceModel Read(string text)
    {
        var root = JsonNode.Parse(text)!;
        return new(
            root["family"]!.GetValue<string>(),
            root["tool"]!.GetValue<string>(),
            root["points"]!.GetValue<int>(),
            Kinds(kind => Coefficients(root[Text(kind)]!.AsObject())),
            Kinds(kind => ModelJson.Error(root["errors"]![Text(kind)]!)))
        {
            Checked = root["checked"]!.GetValue<int>(),
        };
    }

    private static ImmutableDictionary<CellKind, T> Kinds<T>(Func<CellKind, T> value) =>
        Enum.GetValues<CellKind>().ToImmutableDictionary(kind => kind, value);

    private static string Text(CellKind kind) => kind switch
    {
        CellKind.Lut => "luts",
        CellKind.FlipFlop => "flipFlops",
        CellKind.Carry => "carry",
    };

    private static JsonObject Parts(ImmutableArray<double> coefficients)
    {
        var parts = new JsonObject();
        foreach (var ((part, name), value) in EngineFeatures.Names.Zip(coefficients))
        {
            if (value == 0)
                continue;
            var features = parts[part.ToString()]?.AsObject();
            if (features is null)
                parts[part.ToString()] = features = [];
            features[name] = ModelJson.Rounded(value);
        }

        return parts;
    }

    private static ImmutableArray<double> Coefficients(JsonObject parts)
    {
        var values = new double[EngineFeatures.Names.Length];
        foreach (var (part, features) in parts)
        {
            foreach (var (name, value) in features!.AsObject())
            {
                var index = Enum.TryParse<EnginePart>(part, out var known) ? EngineFeatures.Names.IndexOf((known, name)) : -1;
                if (index < 0)
                    throw new FormatException($"there is no feature '{name}' of {part}: fit the model again");
                values[index] = value!.GetValue<double>();
            }
        }

        return [.. values];
    }
}
