using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>A cell of a netlist that Yosys wrote: its type, and what each pin is connected to.</summary>
internal sealed record NetlistCell(string Type, ImmutableDictionary<string, string> Pins)
{
    private const string Begin = "  ";
    private const string Pin = "    .";

    /// <summary>Reads the cells of a flattened netlist; lines that are none go to <paramref name="other"/>.</summary>
    public static IEnumerable<NetlistCell> Read(TextReader reader, Action<string> other)
    {
        while (reader.ReadLine() is { } line)
        {
            if (TypeOf(line) is { } type)
                yield return new(type, PinsOf(reader));
            else
                other(line);
        }
    }

    private static string? TypeOf(string line)
    {
        if (!line.StartsWith(Begin, StringComparison.Ordinal) || !line.EndsWith('('))
            return null;
        var end = line.IndexOf(' ', Begin.Length);
        return end > Begin.Length && char.IsAsciiLetterUpper(line[Begin.Length]) ? line[Begin.Length..end] : null;
    }

    // Parameters stand before the pins, in the same form, and have other names.
    private static ImmutableDictionary<string, string> PinsOf(TextReader reader)
    {
        var pins = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line && line != "  );")
        {
            if (!line.StartsWith(Pin, StringComparison.Ordinal))
                continue;
            var open = line.IndexOf('(', StringComparison.Ordinal);
            pins[line[Pin.Length..open]] = line[(open + 1)..line.LastIndexOf(')')];
        }

        return pins.ToImmutable();
    }
}
