using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>One training of a project that is trained with several seeds, or the only one.</summary>
/// <param name="Seed">Of the weights and of the order of the windows.</param>
/// <param name="Folder">Of its files, relative to the output folder; empty for the only one.</param>
/// <param name="Suffix">What the names of its stages end with.</param>
internal sealed record TrainingRun(int Seed, string Folder = "", string Suffix = "")
{
    /// <summary>The trainings of a project: from its seed upwards.</summary>
    public static ImmutableArray<TrainingRun> Of(TrainingSection section) => section.Runs == 1
        ? [new(section.Seed)]
        : [.. Enumerable.Range(section.Seed, section.Runs).Select(Numbered)];

    /// <summary>What this training alone depends on; it is the same training however many others there are.</summary>
    public BuildInputs InputsOf(BuildInputs inputs, int threads) => inputs with
    {
        Project = inputs.Project with { Training = inputs.Project.Training with { Seed = Seed, Runs = 1 } },
        Threads = threads,
    };

    /// <summary>A file of this training, relative to the output folder.</summary>
    public string File(string name) => Folder.Length == 0 ? name : $"{Folder}/{name}";

    private static TrainingRun Numbered(int seed)
    {
        var number = seed.ToString(CultureInfo.InvariantCulture);
        return new(seed, $"runs/seed-{number}", $" seed {number}");
    }
}
