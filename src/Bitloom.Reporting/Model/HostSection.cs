using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What whoever feeds the engine has to do: values to the integers that go in, and those that come out to
/// values.</summary>
public sealed record HostSection(HostTensor Input, HostTensor Output);

/// <summary>
/// A tensor at an end of the engine: q = clamp(floor(z / scale + zeroPoint + 1/2)), z = scale (q - zeroPoint).
/// </summary>
/// <param name="Least">The least integer of the format.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="Columns">What z is of; they repeat, row after row. Empty: z has no unit.</param>
public sealed record HostTensor(
    double Scale, int ZeroPoint, int Least, int Greatest, ImmutableArray<HostColumn> Columns);

/// <summary>z = (x - mean) / deviation, x without its last value in the window where it says so.</summary>
public sealed record HostColumn(string Name, double Mean, double Deviation, bool FromLastValue);
