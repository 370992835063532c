using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>All rules, in the order in which their findings are shown.</summary>
public static class FindingRules
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<IFindingRule> All { get; } =
    [
        new AgreementRule(),
        new CyclesRule(),
        new RtlAccuracyRule(),
        new FiniteAccuracyRule(),
        new NaiveRule(),
        new QuantizationLossRule(),
        new QuantizationErrorRule(),
        new ErrorBandRule(),
        new ConfusedClassesRule(),
        new DeviceFitRule(),
        new LimitRule(),
        new RoutedClockRule(),
        new ErrorBoundRule(),
        new TrainingLengthRule(),
        new LongestInstructionRule(),
        new ArrayWaitRule(),
    ];

    /// <summary>The findings of all rules, the gravest first, otherwise in the rules' order.</summary>
    public static ImmutableArray<Finding> Apply(Report report) =>
        [.. All.SelectMany(rule => rule.Apply(report)).OrderByDescending(finding => finding.Level)];
}
