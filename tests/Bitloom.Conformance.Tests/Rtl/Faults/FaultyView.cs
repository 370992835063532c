using Bitloom.Conformance.Tests.Rtl.Views;
using Bitloom.Faults;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>The two views of a primitive side by side, with a fault in the Verilog view.</summary>
internal static class FaultyView
{
    /// <summary>Where the views differ, or null; without a fault, of all primitives.</summary>
    public static async Task<string?> ComplaintAsync(Fault? fault, string folder)
    {
        string? complaint = null;
        foreach (var primitive in Primitives(folder).Where(item => fault is null || IsIn(fault, item)))
        {
            var comparison = new ViewComparison(Path.Combine(folder, primitive.Name));
            var (vhdl, verilog) = await comparison.PlayAsync(
                primitive, Stimuli.Of(primitive, seed: 9, depth: 5), text => fault?.Apply(text) ?? text);
            var cycle = vhdl.AsSpan().CommonPrefixLength(verilog);
            if (cycle < vhdl.Length)
                complaint ??= $"cycle {cycle}: VHDL {vhdl[cycle]}, Verilog {verilog.ElementAtOrDefault(cycle)}";
        }

        return complaint;
    }

    private static bool IsIn(Fault fault, Primitive primitive) =>
        FaultyRtl.NameOf(fault) == $"primitives/{primitive.Name}.v";

    private static IEnumerable<Primitive> Primitives(string folder)
    {
        var contents = Path.Combine(folder, "contents.hex");
        BenchVectors.WriteMemory(contents, width: 8, words: 5, seed: 9);
        return
        [
            Primitive.Multiply(9, 16),
            Primitive.MultiplyAccumulate(9, 8, 24),
            Primitive.Rom(8, 5, 3, "block", contents),
            Primitive.Ram(75, 5, 3, "block"),
        ];
    }
}
