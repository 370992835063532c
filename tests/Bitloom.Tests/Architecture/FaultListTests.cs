using Bitloom.Faults;

namespace Bitloom.Tests.Architecture;

/// <summary>That the faults can still be put into the sources; benchmarks/Mutation.cs tries them.</summary>
public sealed class FaultListTests
{
    [Fact]
    public void Faults_AreManyAndHaveNamesOfTheirOwn()
    {
        FaultList.All.Length.ShouldBeGreaterThan(80);
        FaultList.All.Select(fault => fault.Name).Distinct(StringComparer.Ordinal).Count()
            .ShouldBe(FaultList.All.Length);
    }

    [Fact]
    public void Faults_ChangeTheSources()
    {
        var stale = FaultList.All.Select(Staleness).OfType<string>();

        stale.ShouldBeEmpty();
    }

    [Fact]
    public void SoftwareFaults_NameTestClassesThatExist()
    {
        var classes = typeof(FaultListTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();

        FaultList.Software.SelectMany(fault => fault.Suite.Split(' ')).ShouldAllBe(name => classes.Contains(name));
    }

    [Fact]
    public void Apply_ReplacesTheOccurrenceThatIsMeant()
    {
        var fault = new Fault("name", "file.cs", "a", "b", "suite");

        (fault with { Occurrence = 2 }).Apply("a-a-a").ShouldBe("a-b-a");
        fault.Apply("-a-").ShouldBe("-b-");
    }

    [Theory]
    [InlineData("a-a", 0, "occurs 2 times")]
    [InlineData("-", 0, "occurs 0 times")]
    [InlineData("a-a", 3, "occurs 2 times")]
    public void Apply_SaysThatAFaultIsStale_WhenTheTextIsNotWhereItWas(string text, int occurrence, string expected)
    {
        var fault = new Fault("name", "file.cs", "a", "b", "suite") { Occurrence = occurrence };

        Should.Throw<StaleFaultException>(() => fault.Apply(text)).Message.ShouldBe(
            $"stale fault 'name': its original text {expected} in file.cs, which has changed; "
            + "renew the fault, or remove it with what it was about");
    }

    private static string? Staleness(Fault fault)
    {
        try
        {
            _ = fault.Apply(Repository.Read(fault.File));
            return null;
        }
        catch (StaleFaultException stale)
        {
            return stale.Message;
        }
    }
}
