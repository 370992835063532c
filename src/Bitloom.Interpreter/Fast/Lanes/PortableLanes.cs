using System.Runtime.Intrinsics;

namespace Bitloom.Interpreter;

/// <summary>Four lanes by what every processor's vectors have, or by software where it has none.</summary>
internal readonly struct PortableLanes : ILanes<Vector128<int>>
{
    public static int Count => Vector128<int>.Count;

    public static Vector128<int> Fill(int value) => Vector128.Create(value);

    public static Vector128<int> Load(ref int source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    public static Vector128<int> LoadShorts(ref short source, int index) =>
        Vector128.WidenLower(Vector64.LoadUnsafe(ref source, (nuint)index).ToVector128Unsafe());

    public static void Store(Vector128<int> value, ref int target, int index) =>
        value.StoreUnsafe(ref target, (nuint)index);

    public static void StoreShorts(Vector128<int> value, ref short target, int index) =>
        Vector128.Narrow(value, value).GetLower().StoreUnsafe(ref target, (nuint)index);

    public static Vector128<int> Pair(Vector128<int> lower, Vector128<int> upper) =>
        (lower & Vector128.Create(0xFFFF)) | (upper << 16);

    public static Vector128<int> AddPairProducts(Vector128<int> sum, Vector128<int> a, Vector128<int> b) =>
        sum + Lower(a) * Lower(b) + (a >> 16) * (b >> 16);

    public static Vector128<int> Add(Vector128<int> left, Vector128<int> right) => left + right;

    public static Vector128<int> Multiply(Vector128<int> left, Vector128<int> right) => left * right;

    public static Vector128<int> ShiftRight(Vector128<int> value, int count) => value >> count;

    public static Vector128<int> Clamp(Vector128<int> value, Vector128<int> minimum, Vector128<int> maximum) =>
        Vector128.Min(Vector128.Max(value, minimum), maximum);

    public static Vector128<int> MultiplyEven(Vector128<int> left, Vector128<int> right) =>
        (Even(left) * Even(right)).AsInt32();

    public static Vector128<int> AddLong(Vector128<int> left, Vector128<int> right) =>
        (left.AsInt64() + right.AsInt64()).AsInt32();

    public static Vector128<int> ShiftLeftLong(Vector128<int> value, int count) => (value.AsInt64() << count).AsInt32();

    public static Vector128<int> ShiftRightLong(Vector128<int> value, int count) =>
        (value.AsInt64() >>> count).AsInt32();

    public static Vector128<int> Blend(Vector128<int> even, Vector128<int> odd) =>
        Vector128.ConditionalSelect(Vector128.Create(0, -1, 0, -1), odd, even);

    private static Vector128<int> Lower(Vector128<int> pairs) => (pairs << 16) >> 16;

    private static Vector128<long> Even(Vector128<int> lanes) => (lanes.AsInt64() << 32) >> 32;
}
