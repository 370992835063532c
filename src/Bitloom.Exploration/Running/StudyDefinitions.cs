using System.Globalization;
using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Makes a project's study.</summary>
internal static class StudyDefinitions
{
    /// <summary>The study, whose text has everything that its trials follow from.</summary>
    public static StudyDefinition Of(Project project, ITaskData data, string? name)
    {
        var explore = SearchSpaces.Of(project);
        return new(
            name ?? project.Name, project.Name, project.Engine.Device.Name, explore.Objectives,
            [.. explore.Space.Select(parameter => parameter.Key)], explore.Trials, TextOf(project, data, explore));
    }

    // Without the number of trials: a study may be made longer.
    private static string TextOf(Project project, ITaskData data, ExploreSection explore)
    {
        IEnumerable<StageDependency> items =
        [
            Dependencies.Task(project), .. Dependencies.Settings("model", project.Model),
            .. Dependencies.Settings("training", project.Training),
            .. Dependencies.Settings("quantization", project.Quantization),
            .. Dependencies.Settings("engine", project.Engine with { Device = null! }),
            new("engine.device", project.Engine.Device.Name),
            new("explore.method", explore.Method.ToString()), new("explore.precision", explore.Precision.ToString()),
            new("explore.sensitivity", explore.Sensitivity.ToString()), new("explore.population", Text(explore.Population)),
            new("explore.halving", Text(explore.Halving)), new("explore.points", Text(explore.Points)),
            new("explore.calibrated", Text(explore.Calibrated)),
            new("explore.seed", Text(explore.Seed)), new("explore.weights", string.Join(' ', explore.WeightBits)),
            new("explore.activations", string.Join(' ', explore.ActivationBits)),
            new("explore.objectives", string.Join(' ', explore.Objectives)),
            new("explore.constraints", string.Join(' ', explore.Constraints.Select(limit => $"{limit.Key}<={Text(limit.Value)}"))),
            .. explore.Space.Select(parameter => new StageDependency(
                "explore.space." + parameter.Key, string.Join(' ', parameter.Values) + parameter.Range)),
            Dependencies.TrainingWindows(data), Dependencies.Bitloom,
        ];
        return string.Join('\n', items.Select(item => $"{item.Name}: {item.Value}"));
    }

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
