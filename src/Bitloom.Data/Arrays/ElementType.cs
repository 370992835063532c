using System.Buffers.Binary;

namespace Bitloom.Data;

/// <summary>A type of numbers in a binary file: its name, its size in bytes, and how one is read in either
/// order.</summary>
internal sealed record ElementType(
    string Name, int Size, ReadElement Little, ReadElement Big)
{
    public static ElementType Bool { get; } = Of("bool", b => b[0] == 0 ? 0 : 1);

    public static ElementType Int8 { get; } = Of("int8", b => unchecked((sbyte)b[0]));

    public static ElementType UInt8 { get; } = Of("uint8", b => b[0]);

    public static ElementType Int16 { get; } = new("int16", 2,
        b => BinaryPrimitives.ReadInt16LittleEndian(b), b => BinaryPrimitives.ReadInt16BigEndian(b));

    public static ElementType UInt16 { get; } = new("uint16", 2,
        b => BinaryPrimitives.ReadUInt16LittleEndian(b), b => BinaryPrimitives.ReadUInt16BigEndian(b));

    public static ElementType Int32 { get; } = new("int32", 4,
        b => BinaryPrimitives.ReadInt32LittleEndian(b), b => BinaryPrimitives.ReadInt32BigEndian(b));

    public static ElementType UInt32 { get; } = new("uint32", 4,
        b => BinaryPrimitives.ReadUInt32LittleEndian(b), b => BinaryPrimitives.ReadUInt32BigEndian(b));

    public static ElementType Int64 { get; } = new("int64", 8,
        b => BinaryPrimitives.ReadInt64LittleEndian(b), b => BinaryPrimitives.ReadInt64BigEndian(b));

    public static ElementType UInt64 { get; } = new("uint64", 8,
        b => BinaryPrimitives.ReadUInt64LittleEndian(b), b => BinaryPrimitives.ReadUInt64BigEndian(b));

    public static ElementType Float16 { get; } = new("float16", 2,
        b => (double)BinaryPrimitives.ReadHalfLittleEndian(b), b => (double)BinaryPrimitives.ReadHalfBigEndian(b));

    public static ElementType Float32 { get; } = new("float32", 4,
        b => BinaryPrimitives.ReadSingleLittleEndian(b), b => BinaryPrimitives.ReadSingleBigEndian(b));

    public static ElementType Float64 { get; } = new("float64", 8,
        b => BinaryPrimitives.ReadDoubleLittleEndian(b), b => BinaryPrimitives.ReadDoubleBigEndian(b));

    /// <summary>By the letter and size of NumPy's array protocol.</summary>
    public static IReadOnlyDictionary<string, ElementType> OfNumPy { get; } = new Dictionary<string, ElementType>
    {
        ["b1"] = Bool,
        ["i1"] = Int8,
        ["u1"] = UInt8,
        ["i2"] = Int16,
        ["u2"] = UInt16,
        ["i4"] = Int32,
        ["u4"] = UInt32,
        ["i8"] = Int64,
        ["u8"] = UInt64,
        ["f2"] = Float16,
        ["f4"] = Float32,
        ["f8"] = Float64,
    };

    /// <summary>By the third byte of an IDX file.</summary>
    public static IReadOnlyDictionary<int, ElementType> OfIdx { get; } = new Dictionary<int, ElementType>
    {
        [0x08] = UInt8,
        [0x09] = Int8,
        [0x0B] = Int16,
        [0x0C] = Int32,
        [0x0D] = Float32,
        [0x0E] = Float64,
    };

    private static ElementType Of(string name, ReadElement read) => new(name, 1, read, read);
}

/// <summary>The number in the first bytes.</summary>
internal delegate double ReadElement(ReadOnlySpan<byte> bytes);
