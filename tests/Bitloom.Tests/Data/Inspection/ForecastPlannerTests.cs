using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Data.Inspection;

public sealed class ForecastPlannerTests
{
    [Fact]
    public void Plan_ReadsWhatVaries_AndPredictsTheLast()
    {
        var plan = Plan(Tables.Plain).Value.ShouldNotBeNull();

        plan.Features.ShouldBe(["a", "b"]);
        plan.Targets.ShouldBe(["b"]);
        (plan.Window, plan.MissingPolicy).ShouldBe((6, MissingPolicy.Gap));
        plan.Notes.ShouldBe(["predicts 'b'; --target chooses another"]);
    }

    [Fact]
    public void Plan_PrefersAColumnThatIsCalledTarget()
    {
        Plan(Tables.Plain.Replace("a,b", "target,b", StringComparison.Ordinal)).Value!.Targets.ShouldBe(["target"]);
    }

    [Fact]
    public void Plan_FillsShortGaps_WhereTheyLeaveTooFewRowsInARow()
    {
        var plan = Plan(Tables.Gappy).Value.ShouldNotBeNull();

        (plan.Window, plan.MissingPolicy).ShouldBe((12, MissingPolicy.Interpolate));
        plan.Time.ShouldBe(["time"]);
    }

    [Fact]
    public void Plan_TakesRowsAsEvenlySpaced_WhereNoStepIsLikeAnother()
    {
        var plan = Plan(Tables.Irregular).Value.ShouldNotBeNull();

        plan.Time.ShouldBeEmpty();
        plan.Notes[^1].ShouldMatch(@"^\d+ steps of 'time' differ from the usual one: rows are taken as evenly spaced$");
    }

    [Fact]
    public void Plan_LeavesOutLabels_AndWhatDoesNotVaryWhereItLearns()
    {
        var text = Tables.Of(
            "a,fault,late", 100, row => $"{Tables.Wave(row)},{(row % 9 == 0 ? 1 : 0)},{(row < 80 ? 1 : row)}");

        var plan = Plan(text).Value.ShouldNotBeNull();

        plan.Features.ShouldBe(["a"]);
        plan.Notes.ShouldBe(
        [
            "'fault' looks like labels, and is not read; --task anomalyDetection --target fault learns to find them",
            "'late' is not read, as it does not vary in the first 70 % of the rows, which are learned from",
            "predicts 'a'; --target chooses another",
        ]);
    }

    [Fact]
    public void Plan_ReadsAtMost32Columns_OfManyMore()
    {
        var text = Tables.Of(
            string.Join(',', Enumerable.Range(0, 40).Select(column => $"c{column}")), 60,
            row => string.Join(',', Enumerable.Range(0, 40).Select(column => Tables.Wave(row, 2 + column))));

        var plan = Plan(text).Value.ShouldNotBeNull();

        plan.Features.Length.ShouldBe(32);
        plan.Notes[0].ShouldBe("the first 32 of 40 columns of numbers are read; --features chooses others");
    }

    [Fact]
    public void Plan_IsThatOfTheUser_WhereOneIsNamed()
    {
        var plan = Plan(Tables.Plain, features: ["b"], targets: ["a"]).Value.ShouldNotBeNull();

        (plan.Features.Single(), plan.Targets.Single()).ShouldBe(("b", "a"));
        plan.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void UnknownAndUnusableColumns_AreToldAllAtOnce()
    {
        var result = Plan(Tables.Everything, features: ["levle", "state"], targets: ["text"]);

        Messages(result).ShouldBe("""
            error DATA045 at --features: there is no column 'levle' in 'a.csv'
              expected: one of the columns 'time', 'level', 'copy', 'state', 'still', 'n', 'text', 'twice', 'twice', 'none'
              remedy:   did you mean 'level'?
            error DATA046 at --features: the column 'state' holds categories
              expected: a column of numbers
              remedy:   one of 'level', 'copy', 'still', 'n'
            error DATA046 at --target: the column 'text' holds texts
              expected: a column of numbers
              remedy:   one of 'level', 'copy', 'still', 'n'
            """);
    }

    [Fact]
    public void FileWithoutNumbers_IsRefused()
    {
        Messages(Plan(Tables.Of("a,b", 30, row => $"x{row % 3},7"))).ShouldBe("""
            error DATA047 at a.csv: no column holds numbers that vary
              expected: at least one column of measured numbers
              remedy:   name a file that has one; numbers have no units, and nothing between thousands
            """);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void TooFewRows_AreRefused(int rows)
    {
        Messages(Plan(Tables.Of("a", rows, row => Tables.Wave(row)))).ShouldBe(FormattableString.Invariant($"""
            error DATA048 at a.csv: {rows} rows are too few, or too broken by missing values, to learn from
              expected: at least 4 rows in a row in training (70 %), validation and test (15 % each)
              remedy:   give more data: some hundred rows at least
            """));
    }

    private static Checked<ForecastPlan> Plan(string text, string[]? features = null, string[]? targets = null) =>
        ForecastPlanner.Plan(TableInspectorTests.Inspect(text).Value!, [.. features ?? []], [.. targets ?? []]);

    private static string Messages(Checked<ForecastPlan> result) => string.Join('\n', result.Diagnostics);
}
