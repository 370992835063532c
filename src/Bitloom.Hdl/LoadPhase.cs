using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Hdl;

/// <summary>A part of a bench run: a load, then windows of one size.</summary>
/// <param name="Load">Bytes of one load; none when it is empty.</param>
/// <param name="Windows">
/// Windows played before the next phase, whose load is offered from the first element of the last of them on.
/// </param>
/// <param name="Inputs">Elements of a window.</param>
/// <param name="Outputs">Elements of an output.</param>
public sealed record LoadPhase(ImmutableArray<byte> Load, int Windows, int Inputs, int Outputs)
{
    /// <summary>For the benches: a byte a line, <c>.</c> after the last, then <c>=</c> and the three numbers.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Load.Select((value, index) => Byte(value) + (index == Load.Length - 1 ? " ." : string.Empty)),
        string.Create(CultureInfo.InvariantCulture, $"= {Windows} {Inputs} {Outputs}"),
    ];

    private static string Byte(byte value) => value.ToString("x2", CultureInfo.InvariantCulture);
}
