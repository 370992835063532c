namespace Bitloom.Boards;

/// <summary>The check of a frame: CRC-16/IBM-3740, polynomial 1021, first value FFFF (docs/uart-protocol.md).</summary>
public static class Crc16
{
    private const int Polynomial = 0x1021;
    private const int First = 0xFFFF;
    private const int HighBit = 0x8000;
    private const int Mask = 0xFFFF;

    /// <summary>The check of some bytes; of bytes with their check behind them, high byte first, it is 0.</summary>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        var check = First;
        foreach (var value in bytes)
        {
            check ^= value << 8;
            for (var bit = 0; bit < 8; bit++)
                check = ((check << 1) ^ ((check & HighBit) == 0 ? 0 : Polynomial)) & Mask;
        }

        return check;
    }
}
