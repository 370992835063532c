using System.Diagnostics;
using System.Text;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Fuzzing;

/// <summary>What was found in mutated files.</summary>
/// <param name="Accepted">Files that were still usable.</param>
/// <param name="Failures">The bytes of files that made a reader throw, or say neither data nor a finding.</param>
/// <param name="Slowest">The longest time that one file took.</param>
/// <param name="MostBytes">The most memory that was allocated for one file.</param>
public sealed record InputCampaignResult(
    int Files, int Accepted, IReadOnlyList<string> Failures, TimeSpan Slowest, long MostBytes);

/// <summary>Reads mutated project files and CSV files as the commands do.</summary>
public static class InputCampaign
{
    private const string Project = """
        name: pump
        task: forecasting
        data:
          file: a.csv
          time: t
          features: [x, "y"]
          targets: [x]
          window: 2
          split: {train: 0.5, validation: 0.25, test: 0.25}
        model: {dimension: 8, heads: 2, normalization: layer}
        training: {epochs: 3, learningRate: 1e-3, schedule: cosine}
        quantization:
          bits: 4
          gradual: [8, 6, 4]
          tensors: {layer0.scores: 6}
        engine: {device: xc7s15, rows: 4, columns: 2, memories: {weight: block}}
        """;

    private static readonly string[] Tables =
    [
        "t,x,y\n" + string.Concat(Enumerable.Range(10, 48).Select(minute => $"2020-01-01 00:{minute:00},{minute % 5}.5,{minute % 7 / 6}\n")),
        "t;x;y\n" + string.Concat(Enumerable.Range(1, 48).Select(row => $"{row};\"{row},5\";{row % 7 / 6}\n")),
    ];

    /// <summary>
    /// Half of the files are projects, half are data; the numbers from <paramref name="first"/> on are the seeds.
    /// </summary>
    /// <param name="folder">An empty folder to write them into.</param>
    public static InputCampaignResult Run(int first, int files, string folder)
    {
        var (accepted, slowest, most) = (0, TimeSpan.Zero, 0L);
        var failures = new List<string>();
        for (var i = first; i < first + files; i++)
        {
            var (name, content) = Make(i);
            File.WriteAllBytes(Path.Combine(folder, name), content);
            var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                accepted += Read(folder, name) ? 1 : 0;
            }
            catch (Exception exception)
            {
                failures.Add($"{name} {Convert.ToHexString(content)}: {exception.GetType().Name}: {exception.Message}");
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - allocated);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }

        return new(files, accepted, failures, slowest, most);
    }

    /// <summary>True when the files are usable that the others are made of.</summary>
    public static bool AcceptsTheOriginals(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "project.yaml"), Project);
        return Read(folder, "project.yaml") && Tables.All(table =>
        {
            File.WriteAllText(Path.Combine(folder, "a.csv"), table);
            return Read(folder, "a.csv");
        });
    }

    private static (string Name, byte[] Content) Make(int seed)
    {
        var random = new Random(seed);
        var (name, valid) = seed % 2 == 0 ? ("project.yaml", Project) : ("a.csv", Tables[seed / 2 % Tables.Length]);
        return (name, InputMutation.Of(Encoding.UTF8.GetBytes(valid), random));
    }

    private static bool Read(string folder, string name)
    {
        if (name == "project.yaml")
            return Usable(ProjectReader.Read(Path.Combine(folder, name)));
        var columns = new[] { "x", "y" };
        var forecast = Usable(ForecastDataReader.Read(new DataOptions
        {
            Directory = folder,
            File = name,
            Time = ["t"],
            Features = [.. columns],
            Targets = ["x"],
            Window = new WindowSpec(2),
        }));
        var recordings = new RecordingOptions { Directory = folder, Time = ["t"], AnomalyColumn = "y" };
        return forecast | Usable(AnomalyDataReader.Read(new AnomalyOptions
        {
            Reading = recordings,
            Train = [name],
            Window = new WindowSpec(1),
        })) | Usable(ProjectDrafter.Draft(new DraftRequest(Path.Combine(folder, "made"), Path.Combine(folder, name))));
    }

    private static bool Usable<T>(Checked<T> read)
        where T : class
    {
        if (!read.Ok && read.Diagnostics.Count == 0)
            throw new InvalidOperationException("neither data nor a finding");
        return read.Ok;
    }
}
