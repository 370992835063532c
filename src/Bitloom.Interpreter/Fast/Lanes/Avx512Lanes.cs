using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bitloom.Interpreter;

/// <summary>Sixteen lanes by AVX-512 with its instructions on words.</summary>
internal readonly struct Avx512Lanes : ILanes<Vector512<int>>
{
    private static readonly Vector512<int> Odd = Vector512.Create(unchecked((long)0xFFFFFFFF00000000)).AsInt32();

    public static int Count => Vector512<int>.Count;

    public static Vector512<int> Fill(int value) => Vector512.Create(value);

    public static Vector512<int> Load(ref int source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    public static Vector512<int> LoadShorts(ref short source, int index) =>
        Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref source, (nuint)index));

    public static void Store(Vector512<int> value, ref int target, int index) =>
        value.StoreUnsafe(ref target, (nuint)index);

    public static void StoreShorts(Vector512<int> value, ref short target, int index) =>
        Avx512F.ConvertToVector256Int16(value).StoreUnsafe(ref target, (nuint)index);

    public static Vector512<int> Pair(Vector512<int> lower, Vector512<int> upper) =>
        (lower & Vector512.Create(0xFFFF)) | (upper << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> AddPairProducts(Vector512<int> sum, Vector512<int> a, Vector512<int> b) =>
        sum + Avx512BW.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());

    public static Vector512<int> Add(Vector512<int> left, Vector512<int> right) => left + right;

    public static Vector512<int> Multiply(Vector512<int> left, Vector512<int> right) => left * right;

    public static Vector512<int> ShiftRight(Vector512<int> value, int count) => value >> count;

    public static Vector512<int> Clamp(Vector512<int> value, Vector512<int> minimum, Vector512<int> maximum) =>
        Vector512.Min(Vector512.Max(value, minimum), maximum);

    public static Vector512<int> MultiplyEven(Vector512<int> left, Vector512<int> right) =>
        Avx512F.Multiply(left, right).AsInt32();

    public static Vector512<int> AddLong(Vector512<int> left, Vector512<int> right) =>
        (left.AsInt64() + right.AsInt64()).AsInt32();

    public static Vector512<int> ShiftLeftLong(Vector512<int> value, int count) => (value.AsInt64() << count).AsInt32();

    public static Vector512<int> ShiftRightLong(Vector512<int> value, int count) =>
        (value.AsInt64() >>> count).AsInt32();

    public static Vector512<int> Blend(Vector512<int> even, Vector512<int> odd) =>
        Vector512.ConditionalSelect(Odd, odd, even);
}
