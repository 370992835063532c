using Bitloom.Faults;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>That the benches of single entities notice faults.</summary>
public sealed class BenchFaultTests(RtlLibrary rtl, FaultScore score) : FaultTrials(score), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> Faults => Of(IsBench);

    public static TheoryData<string> FaultySuites => SuitesOf(IsBench);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FaultySuites))]
    public async Task Bench_HasNoComplaint_WithoutAFault(string suite)
    {
        var complaint = await ComplaintAsync(suite, fault: null);

        complaint.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Bench_Complains_OfAFault(string name) => TryAsync(name);

    protected override async Task<string?> ComplaintAsync(string suite, Fault? fault)
    {
        var generics = BenchRuns.Smallest(suite, _folder.Path);
        return await RunAsync(suite, generics, fault)
            ?? (BenchRuns.HasStalls(suite) ? await RunAsync(suite, $"{generics} stalled_g=true", fault) : null);
    }

    internal static bool IsBench(string suite) => suite.EndsWith("_tb", StringComparison.Ordinal);

    private async Task<string?> RunAsync(string bench, string generics, Fault? fault)
    {
        var run = fault is null
            ? await rtl.RunAsync(bench, generics)
            : await rtl.RunMutantAsync(bench, generics, FaultyRtl.NameOf(fault), FaultyRtl.TextOf(fault));
        return run.Complaint;
    }
}
