namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>Random inputs of a primitive, one a cycle, in hexadecimal.</summary>
internal static class Stimuli
{
    private const int Cycles = 400;

    /// <param name="depth">Addresses stay below it.</param>
    public static string[] Of(Primitive primitive, int seed, int depth = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Cycles).Select(_ => Stimulus(primitive, random, depth))];
    }

    private static string Stimulus(Primitive primitive, Random random, int depth)
    {
        var bits = string.Concat(primitive.Inputs.Select(port => Value(port, random, depth)));
        var padded = bits.PadLeft((bits.Length + 3) / 4 * 4, '0');
        return string.Concat(padded.Chunk(4).Select(digit => Convert.ToInt32(new string(digit), 2).ToString("x")));
    }

    private static string Value(PrimitivePort port, Random random, int depth)
    {
        if (port.Name.EndsWith("_address", StringComparison.Ordinal))
            return Convert.ToString(random.Next(depth), 2).PadLeft(port.Bits, '0');
        var kind = random.Next(8);
        return string.Concat(Enumerable.Range(0, port.Bits).Select(
            place => kind == 0 ? place == 0 ? '1' : '0' : (char)('0' + random.Next(2))));
    }
}
