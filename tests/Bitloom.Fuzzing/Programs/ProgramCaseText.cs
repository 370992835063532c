using System.Globalization;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// A case as a small text file: comment lines with the cause, the engine, the play, a line a window, and the graph in
/// its own text form.
/// </summary>
public static class ProgramCaseText
{
    /// <summary>The text; <paramref name="cause"/> becomes its first line.</summary>
    public static string Print(ProgramCase @case, string cause)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var (shape, kinds) = (@case.Shape, @case.Kinds);
        string[] head =
        [
            .. cause.Split('\n').Select(line => $"# {line}".TrimEnd()),
            $"engine {Text(shape.T)} {Text(shape.G)} {Text(shape.R)} {kinds.Bank0.Text()} {kinds.BankB.Text()} "
                + $"{kinds.Weight.Text()} {kinds.Epilogue.Text()}",
            $"play {Text(@case.StallSeed)} {Text(@case.ResetSeed)}",
            .. @case.Inputs.Select(input => "window " + string.Join(' ', input.Select(Text))),
        ];
        return string.Join('\n', head) + "\n" + GraphPrinter.Print(@case.Graph);
    }

    /// <summary>The case that <see cref="Print"/> wrote.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static ProgramCase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.IndexOf("graph \"", StringComparison.Ordinal);
        var graph = start < 0 ? null : GraphParser.Parse(text[start..]);
        if (graph is not { Ok: true })
            throw new FormatException(string.Join('\n', graph?.Diagnostics.Select(d => d.ToString()) ?? ["no graph"]));
        var lines = text[..start].Split('\n').Select(line => line.Split(' '))
            .ToLookup(words => words[0], words => words[1..]);
        var (engine, play) = (lines["engine"].Single(), lines["play"].Single());
        return new(
            graph.Value,
            new(Number(engine[0]), Number(engine[1]), Number(engine[2])),
            Kinds(Kind(engine[3]), Kind(engine[4]), Kind(engine[5]), Kind(engine[6])),
            [.. lines["window"].SelectMany(words => words).Select(Number)],
            Number(play[0]),
            Number(play[1]));
    }

    private static MemoryKinds Kinds(MemoryKind banks, MemoryKind bankB, MemoryKind weight, MemoryKind epilogue) =>
        new(Bank0: banks, Bank1: banks, BankB: bankB, Weight: weight, Epilogue: epilogue);

    private static MemoryKind Kind(string text) => Enum.GetValues<MemoryKind>().Single(kind => kind.Text() == text);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
