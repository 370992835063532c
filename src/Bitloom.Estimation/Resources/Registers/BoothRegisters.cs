namespace Bitloom.Estimation;

/// <summary>Registers of booth_multiply.v within a product.</summary>
internal readonly record struct BoothRegisters(int Wide, int Digits)
{
    private int Rows => (Digits + 1) / 2;

    private int EarlyRows => (Rows + 1) / 2;

    /// <summary>The sum of the first half of the rows.</summary>
    public int Early => Wide + 2 * EarlyRows;

    /// <summary>Bits of the digits of the other half; the sign is there once.</summary>
    public int LateDigits => Rows > EarlyRows ? 2 * (Rows - EarlyRows) + 1 - Digits % 2 : 0;
}
