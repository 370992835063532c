using System.Globalization;
using Bitloom.Ir;

namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>Vector files for the benches that are played against the C# arithmetic: words of 64 bits.</summary>
internal static class BenchVectors
{
    /// <summary>acc, M, r, N, B, k, s, minimum, maximum, y: sums within SW bits, near and beyond the bounds.</summary>
    public static void WriteEpilogue(string path, EpilogueWidths widths, int seed, int count)
    {
        var random = new Random(seed);
        File.WriteAllLines(path, Enumerable.Range(0, count).Select(_ => Line(Epilogue(widths, random))));
    }

    /// <summary>As softmax uses the lane: acc = rec &lt;&lt; preshift, M = e, y is the Probability.</summary>
    public static void WriteProbabilities(
        string path, int bits, int exponentialBits, int keys, int preshift, int seed, int count)
    {
        var random = new Random(seed);
        var k = ReciprocalShift(exponentialBits, keys);
        var vectors = Enumerable.Range(0, count)
            .Select(_ => Probability(random, bits, exponentialBits, keys, k, preshift));
        File.WriteAllLines(path, vectors.Select(Line));
    }

    /// <summary>numerator, divisor, quotient: the reciprocals of sums that a row of the keys can have.</summary>
    public static void WriteReciprocals(string path, int bits, int exponentialBits, int keys, int seed, int count)
    {
        var random = new Random(seed);
        var k = ReciprocalShift(exponentialBits, keys);
        var top = (1 << exponentialBits) - 1;
        var largest = keys * (long)top;
        var others = Enumerable.Range(0, count).Select(_ => random.NextInt64(top, largest + 1));
        long[] sums = [top, largest, .. others];
        File.WriteAllLines(
            path,
            sums.Select(sum => Line([((1L << bits) - 1) << k, sum, IntegerArithmetic.Reciprocal(bits, k, sum)])));
    }

    /// <summary>One hexadecimal word a line, as memories are filled.</summary>
    public static void WriteMemory(string path, int width, int words, int seed)
    {
        var random = new Random(seed);
        File.WriteAllLines(path, Enumerable.Range(0, words).Select(_ => HexadecimalWord(random, width)));
    }

    /// <summary>The contents of all parts of the memory of a bench; the name without the parts' suffixes.</summary>
    public static string WriteParts(string folder, string bench)
    {
        (int Width, int Lines)[] parts = bench == "weight_memory_tb"
            ? [(12, 13), (6, 7), (3, 3)]
            : [(3, 4), (3, 16), (4, 8), (4, 2), (4, 4)];
        var path = Path.Combine(folder, "parts.hex");
        for (var part = 0; part < parts.Length; part++)
            WriteMemory($"{path}.{part:d3}", parts[part].Width, parts[part].Lines, seed: part);
        return path;
    }

    /// <summary>A random word, sometimes all zeros or ones, with as many digits as its bits need.</summary>
    public static string HexadecimalWord(Random random, int width)
    {
        var kind = random.Next(12);
        var bits = Enumerable.Range(0, width).Select(_ => kind == 0 || kind != 1 && random.Next(2) == 1).ToArray();
        return string.Concat(Enumerable.Range(0, (width + 3) / 4).Reverse().Select(digit => Digit(bits, 4 * digit)));
    }

    /// <summary>The smallest k with 2^k >= 2 n (2^eb - 1).</summary>
    public static int ReciprocalShift(int exponentialBits, int keys) =>
        IntegerArithmetic.UnsignedBits(2L * keys * ((1 << exponentialBits) - 1) - 1);

    private static string Digit(bool[] bits, int low)
    {
        var digit = bits.Skip(low).Take(4).Select((bit, place) => bit ? 1 << place : 0).Sum();
        return digit.ToString("x", CultureInfo.InvariantCulture);
    }

    private static string Line(IEnumerable<long> words) =>
        string.Join(' ', words.Select(word => word.ToString("x16", CultureInfo.InvariantCulture)));

    private static long[] Epilogue(EpilogueWidths widths, Random random)
    {
        while (true)
        {
            var (acc, m) = (Signed(random, widths.Acc), (int)Signed(random, widths.Mw));
            var (r, n) = (Signed(random, widths.Aw + 1), (int)Signed(random, widths.Nw));
            var k = random.Next(widths.KMinimum, widths.KMaximum + 1);
            var s = random.Next(widths.SMinimum, widths.SMaximum + 1);
            var sum = Sum(random, widths, s);
            var offset = sum - acc * m - ((r * n) << k);
            if (!Fits(offset, widths.Ow) || !Fits(sum, widths.Sw))
                continue;
            var minimum = (int)random.NextInt64(-(1L << (widths.Aw - 1)), 1L << (widths.Aw - 1));
            var maximum = (int)random.NextInt64(minimum, 1L << (widths.Aw - 1));
            var y = IntegerArithmetic.Requantize(acc, m, offset, s, r, n, k, minimum, maximum);
            return [acc, m, r, n, offset, k, s, minimum, maximum, y];
        }
    }

    // Twice the clamp range, and the sums just below and at a step of the output.
    private static long Sum(Random random, EpilogueWidths widths, int s)
    {
        var y = random.NextInt64(-(1L << widths.Aw), 1L << widths.Aw);
        var rest = random.Next(4) switch
        {
            0 => 0,
            1 => (1L << s) - 1,
            _ => random.NextInt64(0, 1L << s),
        };
        return (y << s) + rest;
    }

    private static long[] Probability(Random random, int bits, int exponentialBits, int keys, int k, int preshift)
    {
        var top = (1 << exponentialBits) - 1;
        var sum = random.NextInt64(top, keys * (long)top + 1);
        var exponential = random.Next(4) == 0 ? top : random.Next(0, top + 1);
        var reciprocal = IntegerArithmetic.Reciprocal(bits, k, sum);
        var s = k + preshift;
        var p = IntegerArithmetic.Probability(exponential, reciprocal, bits, k);
        return [reciprocal << preshift, exponential, 0, 0, 1L << (s - 1), 0, s, 0, (1 << bits) - 1, p];
    }

    private static long Signed(Random random, int bits) => random.Next(10) switch
    {
        0 => -(1L << (bits - 1)),
        1 => (1L << (bits - 1)) - 1,
        _ => random.NextInt64(-(1L << (bits - 1)), 1L << (bits - 1)),
    };

    private static bool Fits(long value, int bits) => value >= -(1L << (bits - 1)) && value < 1L << (bits - 1);
}
