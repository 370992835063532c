using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>What a header says of the numbers after it.</summary>
internal sealed record ArrayHeader(ElementType Type, bool BigEndian, bool Fortran, ImmutableArray<int> Shape)
{
    public int Count => Shape.Aggregate(1, (count, length) => count * length);
}

/// <summary>Reads the numbers after a header, never more than are there.</summary>
internal static class ArrayPayload
{
    private const int Block = 1 << 13;

    /// <summary>The array, when exactly the numbers that the header promises are there.</summary>
    public static NumericArray? Read(Stream stream, ArrayHeader header, string file, DiagnosticBag bag)
    {
        var values = ReadValues(stream, header);
        if (values.Count < header.Count)
        {
            ReportSize(file, Text.Of($"the file ends after {values.Count} of {header.Count} elements"), bag);
            return null;
        }

        if (stream.ReadByte() >= 0)
        {
            ReportSize(file, Text.Of($"there are bytes after the {header.Count} elements"), bag);
            return null;
        }

        double[] ordered = header.Fortran ? ToCOrder(values, header.Shape) : [.. values];
        return new NumericArray(file, header.Type.Name, header.Shape, ordered);
    }

    /// <summary>The shape, unless it has more elements than may be read.</summary>
    public static ImmutableArray<int>? CheckShape(IReadOnlyList<long> shape, string file, DiagnosticBag bag)
    {
        var count = 1.0;
        foreach (var length in shape)
            count *= Math.Max(1.0, length);
        if (count <= NumericArray.MostElements)
            return [.. shape.Select(length => (int)length)];
        var lengths = string.Join(", ", shape.Select(length => Text.Of($"{length}")));
        bag.Error("DATA024", file, $"the array is of the shape ({lengths})",
            Text.Of($"at most {NumericArray.MostElements} elements"), "use a part of the data");
        return null;
    }

    private static List<double> ReadValues(Stream stream, ArrayHeader header)
    {
        var values = new List<double>();
        var read = header.BigEndian ? header.Type.Big : header.Type.Little;
        var buffer = new byte[Block * header.Type.Size];
        while (values.Count < header.Count)
        {
            var wanted = Math.Min(Block, header.Count - values.Count);
            var got = stream.ReadAtLeast(
                buffer.AsSpan(0, wanted * header.Type.Size), wanted * header.Type.Size, throwOnEndOfStream: false);
            for (var i = 0; i < got / header.Type.Size; i++)
                values.Add(read(buffer.AsSpan(i * header.Type.Size, header.Type.Size)));
            if (got < wanted * header.Type.Size)
                break;
        }

        return values;
    }

    private static double[] ToCOrder(List<double> values, ImmutableArray<int> shape)
    {
        var ordered = new double[values.Count];
        var index = new int[shape.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var place = 0;
            for (var axis = 0; axis < shape.Length; axis++)
                place = place * shape[axis] + index[axis];
            ordered[place] = values[i];
            for (var axis = 0; axis < shape.Length && ++index[axis] == shape[axis]; axis++)
                index[axis] = 0;
        }

        return ordered;
    }

    private static void ReportSize(string file, string found, DiagnosticBag bag) =>
        bag.Error("DATA023", file, found, "the elements that the header promises, and no more", "fetch the file again");
}
