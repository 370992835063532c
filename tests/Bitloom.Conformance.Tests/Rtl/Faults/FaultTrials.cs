using Bitloom.Faults;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>
/// That something notices faults of the RTL, one at a time. <c>-preEnumerateTheories -trait "fault=NAME"</c> tries one alone.
/// The faults are divided over classes, which run side by side.
/// </summary>
public abstract class FaultTrials(FaultScore score)
{
    /// <summary>How a suite notices a fault, or null; without a fault, what is wrong anyway.</summary>
    protected abstract Task<string?> ComplaintAsync(string suite, Fault? fault);

    /// <summary>The faults of some suites, as rows of a theory.</summary>
    protected static IEnumerable<TheoryDataRow<string>> Of(Func<string, bool> isOurs) => FaultList.Rtl
        .Where(fault => isOurs(fault.Suite))
        .Select(fault => new TheoryDataRow<string>(fault.Name).WithTrait("fault", fault.Name));

    /// <summary>The suites that have faults.</summary>
    protected static TheoryData<string> SuitesOf(Func<string, bool> isOurs) =>
        [.. FaultList.Rtl.Select(fault => fault.Suite).Distinct().Where(isOurs)];

    /// <summary>Fails unless the fault is noticed, or is known to survive.</summary>
    protected async Task TryAsync(string name)
    {
        var fault = FaultList.Rtl.Single(fault => fault.Name == name);

        var complaint = await ComplaintAsync(fault.Suite, fault);
        score.Add(fault, complaint);

        (complaint is null).ShouldBe(fault.Survives is not null, complaint ?? "nothing noticed it");
    }
}
