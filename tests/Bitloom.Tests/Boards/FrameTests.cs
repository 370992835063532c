using System.Text;
using Bitloom.Boards;

namespace Bitloom.Tests.Boards;

public sealed class FrameTests
{
    [Theory]
    [InlineData("", 0xFFFF)]
    [InlineData("A", 0xB915)]
    [InlineData("123456789", 0x29B1)]
    public void Check_IsThatOfTheCatalogue(string text, int expected)
    {
        Crc16.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);
    }

    [Fact]
    public void Encode_WritesTheBytesOfTheSpecification()
    {
        var bytes = Frame.Request(FrameType.Infer, 7, [1, 2, 3]).Encode();

        bytes[..9].ShouldBe([0xA5, 1, 2, 7, 3, 0, 1, 2, 3]);
        bytes.Length.ShouldBe(11);
        Crc16.Of(bytes.AsSpan(1)).ShouldBe(0);
    }

    [Fact]
    public void Encode_IsWhatTheBoardOfTheSimulationAnswers()
    {
        // Captured from the translated RTL.
        var frames = new FrameDecoder(64).Take(Convert.FromHexString("a501ff09010001c579a501820801002e5abc"));

        frames.Count.ShouldBe(2);
        (frames[0].Error, frames[0].Tag).ShouldBe((FrameError.Check, (byte)9));
        frames[1].Answers(FrameType.Infer).ShouldBeTrue();
        frames[1].Payload.ShouldBe([0x2E]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    public void Decode_GivesWhatWasEncoded_InAnyPieces(int length)
    {
        var random = new Random(length);
        var payload = new byte[length];
        random.NextBytes(payload);
        var frame = Frame.Request(FrameType.Load, 200, [.. payload]);
        var decoder = new FrameDecoder(512);

        var frames = frame.Encode().SelectMany(value => decoder.Take([value])).ToArray();

        frames.ShouldHaveSingleItem().Encode().ShouldBe(frame.Encode());
    }

    [Fact]
    public void Decode_FindsTheFrameBehindGarbage_AndBehindADamagedOne()
    {
        var frame = Frame.Request(FrameType.Hello, 3, []).Encode();
        var damaged = Frame.Request(FrameType.Infer, 4, [0xA5, 1, 2]).Encode();
        damaged[^1] ^= 4;

        var frames = new FrameDecoder(16).Take([0, 0xA5, 9, .. damaged, .. frame, 0xA5]);

        frames.ShouldContain(found => found.Type == (byte)FrameType.Hello && found.Tag == 3);
        frames.ShouldNotContain(found => found.Tag == 4);
    }

    [Fact]
    public void Decode_ForgetsAFrameThatHasBegun_WhenReset()
    {
        var frame = Frame.Request(FrameType.Hello, 3, []).Encode();
        var decoder = new FrameDecoder(4096);
        decoder.Take([0xA5, 1, 2, 3, 0xFF, 0]).ShouldBeEmpty();

        decoder.Reset();

        decoder.Take(frame).ShouldHaveSingleItem().Tag.ShouldBe((byte)3);
    }

    [Fact]
    public void Decode_SurvivesNoise_AndFindsEveryFrameBetweenQuietBytes()
    {
        var random = new Random(5);
        var decoder = new FrameDecoder(64);
        var found = 0;
        for (var round = 0; round < 500; round++)
        {
            var noise = new byte[random.Next(100)];
            random.NextBytes(noise);
            var tag = (byte)random.Next(1, 256);
            var frame = Frame.Request(FrameType.Infer, tag, [.. noise.Take(20)]).Encode();
            // As many zeros as a frame has at most: whatever noise has begun ends there.
            var frames = decoder.Take([.. noise, .. new byte[80], .. frame]);
            found += frames.Count(read => read.Tag == tag && read.Type == (byte)FrameType.Infer);
        }

        found.ShouldBe(500);
    }

    [Fact]
    public void Description_ReadsTheAnswerToHello()
    {
        byte[] payload = [1, 1, 6, 9, 24, 0, 2, 0, 1, 0, 48, 0, 0xAB, 1, 2, 3, 4, 5, 6, 7];

        var board = BoardDescription.Parse([.. payload]).ShouldNotBeNull();

        (board.Loadable, board.ElementBits, board.NextPiece).ShouldBe((true, 6, 9));
        board.ModelText.ShouldBe("ab01020304050607 (n = 24, m = 2, outputs = 1)");
        BoardDescription.Parse([1, 2]).ShouldBeNull();
    }

    [Fact]
    public void Pieces_AreNumberedFromZero_AndAfter255ComesOne()
    {
        byte[] load = [.. Enumerable.Range(0, 30_000).Select(value => (byte)(value % 251))];
        var model = Enumerable.Repeat((byte)7, BoardDescription.ModelBytes).ToArray();

        var pieces = LoadPieces.Of([.. load], [.. model]);

        pieces.Select(piece => (int)piece[0]).Take(258).ShouldBe([.. Enumerable.Range(0, 256), 1, 2]);
        pieces.Count(piece => piece[1] == 1).ShouldBe(1);
        pieces[^1][2..18].ShouldBe(model);
        pieces.SelectMany((piece, index) => piece.Skip(index == pieces.Length - 1 ? 18 : 2)).ShouldBe(load);
    }
}
