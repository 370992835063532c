namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>
/// That the benches can fail: each with one wrong expectation. Faults of the RTL are in <c>FaultTrials</c>.
/// </summary>
public sealed class BenchVerdictTests(RtlLibrary rtl) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Benches => [.. RtlLibrary.Benches];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Benches))]
    public async Task Bench_Fails_WhenOneExpectationIsWrong(string bench)
    {
        var generics = $"{BenchRuns.Smallest(bench, _folder.Path)} corrupt_g=true";

        var run = await rtl.RunAsync(bench, generics);

        run.ShouldMismatch();
        run.Text.ShouldContain("mismatch in check 3:");
    }
}
