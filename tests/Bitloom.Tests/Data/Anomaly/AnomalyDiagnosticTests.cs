using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Anomaly;

/// <summary>The exact text of every finding about data to find anomalies in.</summary>
public sealed class AnomalyDiagnosticTests
{
    [Fact]
    public void EmptyParts_AreReported()
    {
        Read(AnomalyDataTests.Rows(10), o => o with { Window = new(4), Split = new(0.9, 0.1, 0) }).ShouldBe("""
            error DATA037 at data.split: the validation part is empty
              expected: at least one window in it, of 5 unbroken rows
              remedy:   give more data, another data.split, or a smaller data.window; or set data.breakAtGaps to false
            error DATA037 at data.split: the test part is empty
              expected: at least one window in it, of 5 unbroken rows
              remedy:   give more data, another data.split, or a smaller data.window; or set data.breakAtGaps to false
            """);
    }

    [Fact]
    public void TestWithoutLabels_IsReported()
    {
        Read("x\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", o => o with { Window = new(1), Split = new(0.4, 0.3, 0.3) }).ShouldBe("""
            error DATA040 at n.csv: nothing says which rows are anomalous
              expected: labels for every recording of the test part
              remedy:   set data.anomalyColumn or data.anomalyWindows
            """);
    }

    [Fact]
    public void SharesThatMakeNoSense_AreReported()
    {
        Read(AnomalyDataTests.Rows(10), o => o with { Split = new(0.5, -0.1, 0.6) }).ShouldBe("""
            error DATA035 at data.split: the shares are 0.5, -0.1, 0.6
              expected: a positive share to train with, no negative ones
              remedy:   choose other shares
            """);
    }

    private static string Read(string text, Func<AnomalyOptions, AnomalyOptions> change)
    {
        using var folder = new TemporaryFolder().With("n.csv", text);
        return Recorded.Messages(AnomalyDataReader.Read(change(AnomalyDataTests.Options(folder))));
    }
}
