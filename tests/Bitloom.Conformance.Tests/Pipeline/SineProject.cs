using System.Globalization;
using System.Text;

namespace Bitloom.Conformance.Tests.Pipeline;

/// <summary>A project that builds in seconds: 400 rows of two noisy sines, three epochs in all, no synthesis.</summary>
internal static class SineProject
{
    private const int Rows = 400;

    private const string Text = """
        name: sine
        data:
          file: sine.csv
          features: [level, flow]
          targets: [level]
          window: 6
        model:
          dimension: 8
        training:
          epochs: 2
          quantizedEpochs: 1
        engine:
          rows: 4
          columns: 2
          lanes: 1
        verification:
          windows: 4
        synthesis:
          enabled: false

        """;

    /// <summary>Writes project and data into the folder, which is made; returns the project file.</summary>
    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "sine.csv"), Data());
        var project = Path.Combine(folder, "project.yaml");
        File.WriteAllText(project, Text);
        return project;
    }

    private static string Data()
    {
        var random = new Random(11);
        var text = new StringBuilder("level,flow\n");
        for (var row = 0; row < Rows; row++)
        {
            var level = Math.Sin(row / 5.0) + 0.2 * (random.NextDouble() - 0.5);
            var flow = Math.Cos(row / 9.0) + 0.2 * (random.NextDouble() - 0.5);
            text.Append(CultureInfo.InvariantCulture, $"{level:0.0000},{flow:0.0000}\n");
        }

        return text.ToString();
    }
}
