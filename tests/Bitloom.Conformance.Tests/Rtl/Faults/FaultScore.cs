using Bitloom.Conformance.Tests.Rtl.Faults;
using Bitloom.Faults;

[assembly: AssemblyFixture(typeof(FaultScore))]

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>Counts the faults that were tried and those that were noticed, and says so at the end.</summary>
public sealed class FaultScore : IDisposable
{
    private int _tried;
    private int _noticed;

    /// <param name="complaint">How the fault was noticed, or null.</param>
    public void Add(Fault fault, string? complaint)
    {
        Interlocked.Increment(ref _tried);
        if (complaint is not null)
            Interlocked.Increment(ref _noticed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault.Name}: {complaint ?? "not noticed"}");
    }

    public void Dispose()
    {
        if (_tried > 0)
            Console.WriteLine($"Faults in the RTL: {_noticed} of {_tried} noticed.");
    }
}
