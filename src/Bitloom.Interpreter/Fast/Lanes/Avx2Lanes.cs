using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bitloom.Interpreter;

/// <summary>Eight lanes by AVX2.</summary>
internal readonly struct Avx2Lanes : ILanes<Vector256<int>>
{
    private const byte OddLanes = 0b10101010;

    public static int Count => Vector256<int>.Count;

    public static Vector256<int> Fill(int value) => Vector256.Create(value);

    public static Vector256<int> Load(ref int source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    public static Vector256<int> LoadShorts(ref short source, int index) =>
        Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)index));

    public static void Store(Vector256<int> value, ref int target, int index) =>
        value.StoreUnsafe(ref target, (nuint)index);

    public static void StoreShorts(Vector256<int> value, ref short target, int index) =>
        Sse2.PackSignedSaturate(value.GetLower(), value.GetUpper()).StoreUnsafe(ref target, (nuint)index);

    public static Vector256<int> Pair(Vector256<int> lower, Vector256<int> upper) =>
        (lower & Vector256.Create(0xFFFF)) | (upper << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> AddPairProducts(Vector256<int> sum, Vector256<int> a, Vector256<int> b) =>
        sum + Avx2.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());

    public static Vector256<int> Add(Vector256<int> left, Vector256<int> right) => left + right;

    public static Vector256<int> Multiply(Vector256<int> left, Vector256<int> right) => left * right;

    public static Vector256<int> ShiftRight(Vector256<int> value, int count) => value >> count;

    public static Vector256<int> Clamp(Vector256<int> value, Vector256<int> minimum, Vector256<int> maximum) =>
        Vector256.Min(Vector256.Max(value, minimum), maximum);

    public static Vector256<int> MultiplyEven(Vector256<int> left, Vector256<int> right) =>
        Avx2.Multiply(left, right).AsInt32();

    public static Vector256<int> AddLong(Vector256<int> left, Vector256<int> right) =>
        (left.AsInt64() + right.AsInt64()).AsInt32();

    public static Vector256<int> ShiftLeftLong(Vector256<int> value, int count) => (value.AsInt64() << count).AsInt32();

    public static Vector256<int> ShiftRightLong(Vector256<int> value, int count) =>
        (value.AsInt64() >>> count).AsInt32();

    public static Vector256<int> Blend(Vector256<int> even, Vector256<int> odd) => Avx2.Blend(even, odd, OddLanes);
}
