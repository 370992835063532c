using Bitloom.Data;

namespace Bitloom.Tests.Data.Recordings;

public sealed class UcrReaderTests
{
    [Fact]
    public void Example_IsItsClassAndItsSamples()
    {
        var set = Recorded.Read("a.tsv", "2\t0.5\t-1e-1\n-1\t3\t4\n").Value.ShouldNotBeNull();

        set.Classes.ShouldBe(["-1", "2"]);
        set.Channels.ShouldBe(["value"]);
        set.Recordings.Select(r => r.Class).ShouldBe(["2", "-1"]);
        set.Recordings[0].Series.Values.ShouldBe([0.5, -0.1]);
        set.Recordings[1].Series.File.ShouldBe("a.tsv:2");
    }

    [Theory]
    [InlineData("1\t2\t3\r\n\r\n1.0\t4\t5\r\n")]
    [InlineData("\uFEFF1.0000000e+00\t2\t3\n1\t4\t5")]
    public void Classes_AreOne_HoweverTheirNumberIsWritten(string text)
    {
        var set = Recorded.Read("a.tsv", text).Value.ShouldNotBeNull();

        set.Classes.ShouldBe(["1"]);
        set.Recordings.Length.ShouldBe(2);
    }

    [Fact]
    public void MissingSample_IsAGap_OrFilled()
    {
        const string text = "1\t2\tNaN\t4\n";

        var gap = Recorded.Read("a.tsv", text).Value.ShouldNotBeNull().Recordings[0].Series;
        var filled = Recorded.Read("a.tsv", text, o => o with { MissingPolicy = MissingPolicy.Interpolate })
            .Value.ShouldNotBeNull().Recordings[0].Series;

        gap.MissingRows.ShouldBe(1);
        filled.Values.ShouldBe([2, 3, 4]);
    }
}
