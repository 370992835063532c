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
        foreach (var primitive in Primitives(folder).Where(item => fault is null || Concerns(fault, item)))
        {
            var comparison = new ViewComparison(Path.Combine(folder, primitive.Name));
            var (vhdl, verilog) = await comparison.PlayAsync(
                primitive, Stimuli.Of(primitive, seed: 9, depth: 5), (file, text) => Apply(fault, file, text));
            var cycle = vhdl.AsSpan().CommonPrefixLength(verilog);
            if (cycle < vhdl.Length)
                complaint ??= $"cycle {cycle}: VHDL {vhdl[cycle]}, Verilog {verilog.ElementAtOrDefault(cycle)}";
        }

        return complaint;
    }

    private static string Apply(Fault? fault, string file, string text) =>
        fault is not null && FaultyRtl.NameOf(fault) == file ? fault.Apply(text) : text;

    // What all of them are made of concerns each.
    private static bool Concerns(Fault fault, Primitive primitive) =>
        FaultyRtl.NameOf(fault) is var name
        && (name == $"primitives/{primitive.Name}.v" || name == "primitives/booth_multiply.v");

    private static IEnumerable<Primitive> Primitives(string folder)
    {
        var contents = Path.Combine(folder, "contents.hex");
        BenchVectors.WriteMemory(contents, width: 8, words: 5, seed: 9);
        return
        [
            Primitive.Multiply(9, 16),
            Primitive.MultiplyAccumulate(9, 8, 24),
            Primitive.MultiplyAccumulate(8, 7, 24, "lut"),
            Primitive.Pair(9, 8, 16, 21, "outside"),
            Primitive.Pair(5, 4, 20, 14, "inside"),
            Primitive.Rom(8, 5, 3, "block", contents),
            Primitive.Ram(75, 5, 3, "block"),
        ];
    }
}
