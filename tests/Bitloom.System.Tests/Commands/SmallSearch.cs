using System.Runtime.CompilerServices;

namespace Bitloom.SystemTests.Commands;

/// <summary>A search of the sample that takes seconds.</summary>
internal static class SmallSearch
{
    public const int Trials = 8;

    /// <summary>Of the sample's name.</summary>
    public const string Study = "weather";

    /// <summary>The command line; results go to the folder.</summary>
    public static string[] Line(string folder, params string[] rest) =>
    [
        "explore", Path.Combine(Root(), "samples", "weather"), "--output", folder, "--no-verify", "--verbose",
        "--set", $"explore.trials={Trials}", "--set", "explore.population=4", "--set", "explore.points=1",
        "--set", "explore.calibrated=1",
        "--set", "explore.weights=[4, 8]", "--set", "explore.activations=[8]", "--set", "training.epochs=2",
        "--set", "training.quantizedEpochs=1",
        "--set", "explore.space.model.dimension=[4, 6, 8, 10]", .. rest,
    ];

    /// <summary>The trials that are kept in a place.</summary>
    public static async Task<IReadOnlyList<Trial>> TrialsAsync(string place)
    {
        var opened = await StudyStores.OpenAsync(place);
        await using var store = opened.Value!;
        return await store.TrialsAsync(Study, CancellationToken.None);
    }

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
