using System.Text.RegularExpressions;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>Where Yosys's simulation models of a family's cells are.</summary>
public static partial class CellModels
{
    /// <summary>The file that a line of Yosys's log says it reads; null when it says nothing of that.</summary>
    public static string? PathIn(string line) =>
        Reading().Match(line) is { Success: true } match ? Path.GetFullPath(match.Groups["path"].Value) : null;

    /// <summary>What is said when they are not where Yosys looks for its data.</summary>
    public static Diagnostic Missing(CellFamily family, ProcessResult process) => Diagnostic.Error(
        "TOOL008", process.LogPath ?? ExternalTools.Yosys.Executable,
        $"the simulation models of the cells of {family.Name} were not found",
        $"the file {family.Models} in the data folder of Yosys",
        "install Yosys completely, or set verification.netlistWindows to 0, which leaves the netlist unsimulated: "
            + ExternalTools.Yosys.InstallCommand);

    [GeneratedRegex("^Parsing Verilog input from `(?<path>[^']+)' to AST")]
    private static partial Regex Reading();
}
