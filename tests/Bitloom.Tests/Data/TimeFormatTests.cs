using Bitloom.Data;

namespace Bitloom.Tests.Data;

public sealed class TimeFormatTests
{
    [Theory]
    [InlineData("yyyy-MM-dd HH:mm:ss")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fff")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ")]
    [InlineData("yyyy-MM-dd HH:mm:ss+02:00")]
    [InlineData("yyyy/MM/dd HH:mm")]
    [InlineData("MM/dd/yyyy H:mm")]
    [InlineData("dd/MM/yyyy H:mm")]
    [InlineData("dd/MM/yyyy HH.mm.ss")]
    [InlineData("dd.MM.yyyy HH:mm")]
    [InlineData("MM/dd/yyyy hh:mm tt")]
    [InlineData("yyyyMMdd HHmm")]
    [InlineData("yyyyMMddHHmmss")]
    [InlineData("dd-MMM-yyyy HH:mm")]
    public void Time_IsReadInItsFormat_WithStepsOfAnHour(string format)
    {
        var times = Enumerable.Range(0, 40).Select(i => Text(new DateTime(2016, 3, 1).AddHours(i * 1.0), format));

        Read(times).Step.ShouldBe(3600);
    }

    [Theory]
    [InlineData("yyyy/MM/dd", 86400.0)]
    [InlineData("yyyyMMdd", 86400.0)]
    [InlineData("dd/MM/yyyy", 86400.0)]
    [InlineData("MM/dd/yyyy", 86400.0)]
    public void Date_IsReadInItsFormat_WithStepsOfADay(string format, double step)
    {
        var times = Enumerable.Range(0, 40).Select(i => Text(new DateTime(2016, 3, 1).AddDays(i), format));

        Read(times).Step.ShouldBe(step);
    }

    [Theory]
    [InlineData("dd/MM/yyyy HH:mm")]
    [InlineData("MM/dd/yyyy HH:mm")]
    public void DayAndMonth_AreToldApart_ByTheRegularityOfTheSteps(string format)
    {
        var times = Enumerable.Range(0, 11).Select(i => Text(new DateTime(2016, 3, 1).AddDays(i), format));

        var series = Read(times);

        series.Step.ShouldBe(86400);
        series.SegmentCount.ShouldBe(1);
    }

    [Fact]
    public void BareYears_AreNumbers()
    {
        Read(Enumerable.Range(1900, 30).Select(year => Text(new DateTime(year, 1, 1), "yyyy"))).Step.ShouldBe(1);
    }

    [Fact]
    public void Months_OfDifferentLength_AreNoGaps()
    {
        var times = Enumerable.Range(0, 30).Select(i => Text(new DateTime(2016, 1, 1).AddMonths(i), "yyyy-MM-dd"));

        Read(times).SegmentCount.ShouldBe(1);
    }

    [Fact]
    public void SeveralTimeColumns_AreJoined()
    {
        var rows = Enumerable.Range(0, 20).Select(i => Text(new DateTime(2016, 1, 1).AddHours(i), "dd/MM/yyyy;HH.mm.ss")
            + ";" + i + ";" + i);

        var result = Reading.Read("d;h;x;y\n" + string.Join('\n', rows), o => o with { Time = ["d", "h"] });

        result.Value.ShouldNotBeNull(Reading.Messages(result)).Series[0].Step.ShouldBe(3600);
    }

    private static string Text(DateTime time, string format) =>
        time.ToString(
            format.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture);

    private static TimeSeries Read(IEnumerable<string> times)
    {
        var text = "t,x,y\n" + string.Join('\n', times.Select((time, i) => $"{time},{i},{i}"));
        var result = Reading.Read(text, o => o with { Time = ["t"], Window = new(1), Split = new(0.4, 0.3, 0.3) });
        return result.Value.ShouldNotBeNull(Reading.Messages(result)).Series[0];
    }
}
