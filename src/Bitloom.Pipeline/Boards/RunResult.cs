using System.Collections.Immutable;
using Bitloom.Boards;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What became of a <see cref="RunRequest"/>.</summary>
/// <param name="Summary">Null when no window was computed.</param>
public sealed record RunResult(BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, RunSummary? Summary);

/// <summary>The windows that a board computed.</summary>
/// <param name="Port">Where it is.</param>
/// <param name="TestWindows">Windows that the test part has.</param>
/// <param name="Compared">Output elements compared with the interpreter.</param>
/// <param name="Differences">Elements that differ.</param>
/// <param name="Rmse">Error of the board's outputs, in the target's units.</param>
/// <param name="IntegerRmse">Error of the integer model on the same windows.</param>
/// <param name="Line">What the requests met.</param>
/// <param name="Duration">Of all windows: for people only.</param>
public sealed record RunSummary(
    string Port, int Windows, int TestWindows, int Compared, int Differences, double Rmse, double IntegerRmse,
    BoardStatistics Line, TimeSpan Duration);
