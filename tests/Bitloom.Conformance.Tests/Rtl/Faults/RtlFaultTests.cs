using Bitloom.Faults;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>
/// That the benches and the programs notice faults of the RTL, one at a time.
/// <c>-preEnumerateTheories -trait "fault=NAME"</c> tries one alone.
/// </summary>
public sealed class RtlFaultTests(RtlLibrary rtl, FaultScore score, FaultyPrograms programs)
    : IClassFixture<FaultyPrograms>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> Faults => FaultList.Rtl
        .Select(fault => new TheoryDataRow<string>(fault.Name).WithTrait("fault", fault.Name));

    public static TheoryData<string> FaultySuites => [.. FaultList.Rtl.Select(fault => fault.Suite).Distinct()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FaultySuites))]
    public async Task Suite_HasNoComplaint_WithoutAFault(string suite)
    {
        var complaint = await ComplaintAsync(suite, fault: null);

        complaint.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Suite_Complains_OfAFault(string name)
    {
        var fault = FaultList.Rtl.Single(fault => fault.Name == name);

        var complaint = await ComplaintAsync(fault.Suite, fault);
        score.Add(fault, complaint);

        (complaint is null).ShouldBe(fault.Survives is not null, complaint ?? "nothing noticed it");
    }

    private Task<string?> ComplaintAsync(string suite, Fault? fault) => suite switch
    {
        Suites.Accelerator => programs.Encoder.ComplaintAsync(fault),
        Suites.Causal => programs.Causal.ComplaintAsync(fault),
        Suites.Further => programs.Further.ComplaintAsync(fault),
        Suites.Extremes => programs.Extremes.ComplaintAsync(fault),
        Suites.Views => FaultyView.ComplaintAsync(fault, _folder.Path),
        Suites.Translated => FaultyTranslation.ComplaintAsync(programs.Encoder, fault),
        var bench => BenchAsync(bench, fault),
    };

    private async Task<string?> BenchAsync(string bench, Fault? fault)
    {
        var generics = BenchRuns.Smallest(bench, _folder.Path);
        return await BenchAsync(bench, generics, fault)
            ?? (BenchRuns.HasStalls(bench) ? await BenchAsync(bench, $"{generics} stalled_g=true", fault) : null);
    }

    private async Task<string?> BenchAsync(string bench, string generics, Fault? fault)
    {
        var run = fault is null
            ? await rtl.RunAsync(bench, generics)
            : await rtl.RunMutantAsync(bench, generics, FaultyRtl.NameOf(fault), FaultyRtl.TextOf(fault));
        return run.Complaint;
    }
}
