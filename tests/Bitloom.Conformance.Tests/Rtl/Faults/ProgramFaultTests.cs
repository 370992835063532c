using Bitloom.Faults;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>That programs, translations and the comparison of views notice faults.</summary>
public sealed class ProgramFaultTests(FaultScore score, FaultyPrograms programs)
    : FaultTrials(score), IClassFixture<FaultyPrograms>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> Faults => Of(suite => !BenchFaultTests.IsBench(suite));

    public static TheoryData<string> FaultySuites => SuitesOf(suite => !BenchFaultTests.IsBench(suite));

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
    public Task Suite_Complains_OfAFault(string name) => TryAsync(name);

    protected override Task<string?> ComplaintAsync(string suite, Fault? fault) => suite switch
    {
        Suites.Accelerator => programs.Encoder.ComplaintAsync(fault),
        Suites.Causal => programs.Causal.ComplaintAsync(fault),
        Suites.Further => programs.Further.ComplaintAsync(fault),
        Suites.Extremes => programs.Extremes.ComplaintAsync(fault),
        Suites.Views => FaultyView.ComplaintAsync(fault, _folder.Path),
        _ => FaultyTranslation.ComplaintAsync(programs.Encoder, fault),
    };
}
