namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>Random inputs of a primitive, one line of hexadecimal digits a cycle.</summary>
internal static class Stimuli
{
    /// <summary>The stimuli of a seed; half of the addresses are among a few, so that words are read again.</summary>
    /// <param name="depth">Addresses stay below it.</param>
    public static string[] Of(Primitive primitive, int seed, int depth = 0, int cycles = 400)
    {
        var random = new Random(seed);
        int[] few = [.. Enumerable.Range(0, 8).Select(_ => random.Next(depth)), Math.Max(depth - 1, 0)];
        return [.. Enumerable.Range(0, cycles).Select(_ => Stimulus(primitive, random, depth, few))];
    }

    private static string Stimulus(Primitive primitive, Random random, int depth, int[] few)
    {
        var bits = string.Concat(primitive.Inputs.Select(port => Value(port, random, depth, few)));
        var padded = bits.PadLeft((bits.Length + 3) / 4 * 4, '0');
        return string.Concat(padded.Chunk(4).Select(digit => Convert.ToInt32(new string(digit), 2).ToString("x")));
    }

    private static string Value(PrimitivePort port, Random random, int depth, int[] few)
    {
        if (port.Name.EndsWith("_address", StringComparison.Ordinal))
        {
            var address = random.Next(2) == 0 ? random.Next(depth) : few[random.Next(few.Length)];
            return Convert.ToString(address, 2).PadLeft(port.Bits, '0');
        }

        var kind = random.Next(8);
        return string.Concat(Enumerable.Range(0, port.Bits).Select(
            place => kind == 0 ? place == 0 ? '1' : '0' : (char)('0' + random.Next(2))));
    }
}
