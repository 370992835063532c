using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Tests.Docs;

/// <summary>A YAML block of a page: a project file, some sections of one, or a device.</summary>
internal static class YamlBlock
{
    private const string SomeData = "data: {file: some.csv, features: [level], targets: [level]}\n";

    public static IReadOnlyList<Diagnostic> FaultsOf(string text)
    {
        using var folder = new TemporaryFolder();
        return IsDevice(text)
            ? DeviceCatalog.Load(folder.With("device.yaml", text).Path).Diagnostics
            : ProjectReader.Read(folder.With("project.yaml", Completed(text))["project.yaml"]).Diagnostics;
    }

    private static bool IsDevice(string text) => Has(text, "luts");

    private static string Completed(string text) => Has(text, "data") ? text : text + SomeData;

    private static bool Has(string text, string key) => $"\n{text}".Contains($"\n{key}:", StringComparison.Ordinal);
}
