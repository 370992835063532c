using Bitloom.Diagnostics;

namespace Bitloom.Reporting;

/// <summary>Writes a <see cref="SimulationSummary"/>, whole or not at all.</summary>
public static class SimulationFile
{
    /// <summary>Its name in the output folder.</summary>
    public const string Name = "simulation.json";

    /// <summary>Writes it.</summary>
    public static void Write(SimulationSummary summary, string folder) =>
        AtomicFile.Write(Path.Combine(folder, Name), JsonReport.Render(summary));

    /// <summary>Removes that of an earlier simulation, which would not belong to what follows.</summary>
    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));
}
