namespace Bitloom.Tests.Data.Recordings;

public sealed class SktimeReaderTests
{
    [Fact]
    public void Example_HasItsChannelsSideBySide()
    {
        var set = Recorded.Read("a.ts", "# about\n" + Recorded.TsHeader + "1,2,3:4,5,6:b\n7,?,9:1,2,3:a\n")
            .Value.ShouldNotBeNull();

        set.Classes.ShouldBe(["a", "b"]);
        set.Channels.ShouldBe(["channel 1", "channel 2"]);
        set.Recordings[0].Series.Values.ShouldBe([1, 4, 2, 5, 3, 6]);
        set.Recordings[0].Class.ShouldBe("b");
        set.Recordings[1].Series.MissingRows.ShouldBe(1);
    }

    [Fact]
    public void Header_MayBeInAnyCase_AndSayNothingOfDimensions()
    {
        var set = Recorded.Read("a.ts", "@CLASSLABEL True x\r\n@Data\r\n1,2:3,4:5,6:x\r\n").Value.ShouldNotBeNull();

        set.Channels.Length.ShouldBe(3);
        set.Recordings[0].Series.Rows.ShouldBe(2);
    }
}
