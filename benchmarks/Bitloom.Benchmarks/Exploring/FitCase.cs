using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Exploration;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>A model of the published grid on an XC7S15: window, dimension, and the greatest width.</summary>
public sealed record FitCase(int Window, int Dimension, int Bits)
{
    private const string Sample = "samples/air-quality";

    // Intermediates in LUT memory, weights in block RAM.
    private static readonly string[] PublishedMemories =
    [
        "engine.memories.bank0=distributed", "engine.memories.bank1=distributed", "engine.memories.input=distributed",
        "engine.memories.bankb=distributed", "engine.memories.weight=block",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<FitCase> All =>
        from window in (int[])[6, 12, 24]
        from dimension in Enumerable.Range(1, 8).Select(index => 8 * index)
        from bits in (int[])[4, 6, 8]
        select new FitCase(window, dimension, bits);

    /// <summary>The fastest engine with which it fits, with what it takes; null: none.</summary>
    /// <param name="published">Whether memories are of the kinds of the published designs.</param>
    /// <param name="mixed">Whether tensors may be narrower than <see cref="Bits"/>.</param>
    public EngineCosts? Fit(bool published, bool mixed) =>
        Solve(published, mixed).MinBy(solution => solution.Engine.Cycles)?.Costs;

    /// <summary>What each engine takes with which it fits with one width.</summary>
    public IReadOnlyList<EngineCosts> FitAll() =>
        [.. Solve(published: false, mixed: false).Select(solution => solution.Costs)];

    private ImmutableArray<PrecisionSolution> Solve(bool published, bool mixed)
    {
        var widths = mixed ? string.Join(", ", Enumerable.Range(2, Bits - 1)) : $"{Bits}";
        var project = Read(published, $"explore.weights=[{widths}]", $"explore.activations=[{widths}]");
        var data = TaskDataReader.Read(project.Data).Value!;
        var engines = new ProjectEngines(project, data, new EncoderModel(project.ShapeFor(data), 1)).Space(default);
        return PrecisionOptimizer.Solve(Problem(project), engines);
    }

    /// <summary>The project of the case.</summary>
    public Project Read(bool published, params IEnumerable<string> settings) => ProjectReader.Read(
        Path.Combine(BenchmarkResult.Root, Sample), [.. Settings(published).Select(each => $"{each.Key}={each.Value}"), .. settings]).Value!;

    /// <summary>The settings that make it of the sample.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings(bool published) =>
    [
        new("data.window", $"{Window}"), new("model.dimension", $"{Dimension}"), new("quantization.bits", $"{Bits}"),
        .. published
            ? PublishedMemories.Select(text => KeyValuePair.Create(text.Split('=')[0], text.Split('=')[1])) : [],
    ];

    // Whether something fits does not depend on what it loses: the wider is the better.
    private static PrecisionProblem Problem(Project project)
    {
        var matrices = TensorNames.WeightMatrices(project.Model.Layers).ToArray();
        return new(
            [.. matrices.Select(name => Losses(name, project.Explore.WeightBits))],
            [.. PrecisionNames.All(project.Model).Except(matrices).Select(name => Losses(name, project.Explore.ActivationBits))]);
    }

    private static TensorLosses Losses(string name, ImmutableArray<int> bits) =>
        new(name, bits.ToImmutableSortedDictionary(width => width, width => 8.0 - width));
}
