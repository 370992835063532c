using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The sections of a report as tables, in reading order; a stage that did not run has none.</summary>
public static class ReportTables
{
    /// <summary>All tables that have something to show.</summary>
    public static ImmutableArray<ReportTable> Of(Report report) =>
        [.. Candidates(report).OfType<ReportTable>().Where(table => table.Rows.Length > 0)];

    private static IEnumerable<ReportTable?> Candidates(Report report) =>
    [
        report.Accuracy is { } accuracy ? AccuracyTables.Of(accuracy) : null,
        report.Accuracy is { } scores ? AccuracyTables.Details(scores) : null,
        report.Accuracy is { } seeds ? AccuracyTables.Runs(seeds) : null,
        VerificationTables.Agreement(report.Agreement),
        report.Cycles is { } cycles ? VerificationTables.Cycles(cycles) : null,
        report.Resources is { } resources ? HardwareTables.Resources(resources) : null,
        report.Routing is { } routing ? RoutingTable.Of(routing, report.Cycles) : null,
        report.Power is { } power ? PowerTables.Of(power) : null,
        report.Power is { } strategies ? PowerTables.Strategies(strategies.DutyCycle) : null,
        report.Engine is { } engine ? HardwareTables.Engine(engine) : null,
        report.Host is { } host ? HostTable.Of(host) : null,
        HardwareTables.Program(report.Program),
        HardwareTables.Memories(report.Memories),
        VerificationTables.ErrorBounds(report.ErrorBounds),
        report.Data is { } data ? ModelTables.Data(data) : null,
        report.Model is { } model ? ModelTables.Model(model) : null,
        report.Training is { } training ? ModelTables.Training(training) : null,
        ToolTables.Of(report),
    ];
}
