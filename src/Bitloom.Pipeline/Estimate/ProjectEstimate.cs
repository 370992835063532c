using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What a project will take of its device, and how long an inference will be, before it is built.</summary>
/// <param name="Cycles">Of an inference: exact for a model with these sizes and bits.</param>
/// <param name="Megahertz">The clock that the project asks for.</param>
/// <param name="LutError">Of LUTs, of engines that were not fitted.</param>
/// <param name="FlipFlopError">The same of flip-flops.</param>
/// <param name="Basis">What the fitted numbers are from.</param>
public sealed record ProjectEstimate(
    string Device,
    EngineShape Shape,
    long Cycles,
    double Megahertz,
    ResourceEstimate Resources,
    FitError LutError,
    FitError FlipFlopError,
    string Basis,
    ResourceBudget Budget)
{
    private const double MicrosecondsPerMillisecond = 1000;

    /// <summary>The greatest clock; null for a family of which none was measured.</summary>
    public ClockEstimate? Clock { get; init; }

    /// <summary>Of an inference.</summary>
    public double Milliseconds => Cycles / (Megahertz * MicrosecondsPerMillisecond);
}
