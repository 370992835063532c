using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Engine;

namespace Bitloom.Hdl;

/// <summary>
/// What makes a loadable engine run another program: the bytes of one load (docs/engine.md, Load port), sections of
/// memory number, words - 1 and the words, low bytes first.
/// </summary>
public static class LoadImage
{
    /// <summary>File in the hardware folder with the load of its own program.</summary>
    public const string FileName = "load.bin";

    private const int CountBits = 16;

    /// <summary>All memories of <paramref name="program"/> and its settings.</summary>
    public static ImmutableArray<byte> Of(EngineProgram program) => [.. Sections(program).SelectMany(bytes => bytes)];

    /// <summary>The sections of <see cref="Of"/>, each of which is a load as well.</summary>
    public static ImmutableArray<ImmutableArray<byte>> Sections(EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var images = program.Images.All.ToArray();
        return
        [
            .. images.Select((image, number) => Section(number, image.WordBits, image.Words)),
            Section(images.Length, program.Parameters.CountBits, Settings(program.Parameters)),
        ];
    }

    private static ImmutableArray<BigInteger> Settings(EngineParameters parameters) =>
        [parameters.InputRows - 1, parameters.InputColumns - 1];

    private static ImmutableArray<byte> Section(int number, int wordBits, IReadOnlyCollection<BigInteger> words) =>
    [
        (byte)number,
        .. Word(words.Count - 1, CountBits),
        .. words.SelectMany(word => Word(word, wordBits)),
    ];

    private static IEnumerable<byte> Word(BigInteger word, int bits) =>
        Enumerable.Range(0, (bits + 7) / 8).Select(place => (byte)((word >> (8 * place)) & byte.MaxValue));
}
