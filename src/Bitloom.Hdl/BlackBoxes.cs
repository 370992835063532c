using System.Text.RegularExpressions;

namespace Bitloom.Hdl;

/// <summary>
/// GHDL writes an empty module for each component without an entity. Those stubs give way to the Verilog view of the
/// primitives.
/// </summary>
public static partial class BlackBoxes
{
    /// <summary>The Verilog text without the empty modules of <see cref="RtlSources.PrimitiveNames"/>.</summary>
    public static string Remove(string verilog) => Remove(verilog, RtlSources.PrimitiveNames);

    /// <summary>The Verilog text without the modules of some names, for which others stand in.</summary>
    public static string Remove(string verilog, IEnumerable<string> names)
    {
        var removed = names.ToHashSet(StringComparer.Ordinal);
        return Module().Replace(
            verilog, match => removed.Contains(match.Groups["name"].Value) ? string.Empty : match.Value);
    }

    [GeneratedRegex(@"^module (?<name>\w+)\b.*?^endmodule\r?\n?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Module();
}
