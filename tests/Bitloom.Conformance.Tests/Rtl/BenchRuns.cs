namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The generics of a small run of each bench.</summary>
internal static class BenchRuns
{
    /// <summary>Whether the bench can stall the streams.</summary>
    public static bool HasStalls(string bench) => bench is "stream_input_tb" or "stream_output_tb";

    /// <param name="folder">Where vectors are written, for benches that read some.</param>
    public static string Smallest(string bench, string folder)
    {
        var vectors = Path.Combine(folder, "vectors.hex");
        switch (bench)
        {
            case "epilogue_lane_tb":
                var widths = new EpilogueWidths(8, 22, 16, 16, 42, 44, 22, 24, 4, 6);
                BenchVectors.WriteEpilogue(vectors, widths, seed: 9, count: 300);
                return $"{widths.Generics} vectors_file_g={vectors}";
            case "reciprocal_divider_tb":
                BenchVectors.WriteReciprocals(vectors, bits: 8, exponentialBits: 8, keys: 6, seed: 9, count: 50);
                return $"numerator_bits_g=20 divisor_bits_g=11 quotient_bits_g=13 vectors_file_g={vectors}";
            case "rom_1r_tb":
                BenchVectors.WriteMemory(vectors, width: 8, words: 5, seed: 9);
                return $"width_g=8 depth_g=5 file_g={vectors}";
            case "ram_1r1w_tb":
                BenchVectors.WriteMemory(vectors, width: 8, words: 5, seed: 9);
                return $"seed_g=9 file_g={vectors}";
            case "loadable_memory_tb" or "weight_memory_tb":
                return $"loadable_g=true seed_g=9 file_g={BenchVectors.WriteParts(folder, bench)}";
            case "integer_arithmetic_tb":
                return "bits_g=3";
            case "mac_array_tb":
                return "rows_g=4 columns_g=4 lanes_g=2 a_bits_g=5 b_bits_g=4 accumulator_bits_g=12 pairs_g=5 singles_g=3 "
                    + "inside_g=true seed_g=9";
            default:
                return "seed_g=9";
        }
    }
}
