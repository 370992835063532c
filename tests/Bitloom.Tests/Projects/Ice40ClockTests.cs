using Bitloom.Projects;

namespace Bitloom.Tests.Projects;

public sealed class Ice40ClockTests
{
    [Theory]
    [InlineData(24, 24, 63, 5)]
    [InlineData(12, 12, 0, 0)]
    [InlineData(15.9, 12, 0, 0)]
    [InlineData(30, 30, 79, 5)]
    [InlineData(25, 24.75, 65, 5)]
    public void External_GivesTheFastestClock_ThatIsNotFaster(double asked, double given, int factor, int divider)
    {
        var clock = Ice40Clock.Of(BoardClock.External, asked).ShouldNotBeNull();

        (clock.Megahertz, clock.Setting, clock.OutputDivider).ShouldBe((given, factor, divider));
        clock.UsesPll.ShouldBe(divider > 0);
    }

    [Theory]
    [InlineData(100, 48, 0)]
    [InlineData(24, 24, 1)]
    [InlineData(23, 12, 2)]
    [InlineData(6, 6, 3)]
    public void Internal_DividesTheOscillator(double asked, double given, int divider)
    {
        Ice40Clock.Of(BoardClock.Internal, asked).ShouldBe(new Ice40Clock(given, BoardClock.Internal, divider, 0));
    }

    [Fact]
    public void Of_IsNull_WhenEveryClockIsFaster()
    {
        Ice40Clock.Of(BoardClock.External, 11).ShouldBeNull();
        Ice40Clock.Of(BoardClock.Internal, 5).ShouldBeNull();
    }
}
