using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Bitloom.Training;

/// <summary>A training loop after one of its epochs: all that the epochs after it depend on.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Finished">The loop has ended; the arrays are those of its best epoch.</param>
/// <param name="Best">The least validation loss.</param>
/// <param name="BestEpoch">Its epoch.</param>
/// <param name="Steps">Steps of the optimizer.</param>
/// <param name="Random">State of the generator that orders the windows.</param>
/// <param name="Arrays">Weights, statistics, ranges, moments of the optimizer and the best state, in the loop's
/// order.</param>
/// <param name="History">What was reported of each epoch.</param>
internal sealed record LoopState(
    int Epoch, bool Finished, double Best, int BestEpoch, int Steps, ulong Random, ImmutableArray<float[]> Arrays,
    ImmutableArray<EpochResult> History)
{
    private const int MostArrays = 1 << 16;

    /// <summary>Puts the values into arrays of the same sizes.</summary>
    /// <returns>False when the sizes differ; then nothing has changed.</returns>
    public bool TryCopyTo(IReadOnlyList<float[]> arrays)
    {
        if (!arrays.Select(array => array.Length).SequenceEqual(Arrays.Select(array => array.Length)))
            return false;
        for (var i = 0; i < arrays.Count; i++)
            Arrays[i].CopyTo(arrays[i], 0);
        return true;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Epoch);
        writer.Write(Finished);
        writer.Write(Best);
        writer.Write(BestEpoch);
        writer.Write(Steps);
        writer.Write(Random);
        writer.Write(Arrays.Length);
        foreach (var array in Arrays)
        {
            writer.Write(array.Length);
            writer.Write(MemoryMarshal.AsBytes<float>(array));
        }

        writer.Write(History.Length);
        foreach (var result in History)
            Write(writer, result);
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="IOException">The text ends early, or holds impossible counts.</exception>
    public static LoopState Read(BinaryReader reader)
    {
        var (epoch, finished, best) = (reader.ReadInt32(), reader.ReadBoolean(), reader.ReadDouble());
        var (bestEpoch, steps, random) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadUInt64());
        ImmutableArray<float[]> arrays = [.. Enumerable.Range(0, Count(reader)).Select(_ => ReadArray(reader))];
        return new(epoch, finished, best, bestEpoch, steps, random, arrays,
            [.. Enumerable.Range(0, Count(reader)).Select(_ => ReadResult(reader))]);
    }

    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and <= MostArrays and var count ? count : throw new IOException("count");

    private static float[] ReadArray(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length < 0 || length > (reader.BaseStream.Length - reader.BaseStream.Position) / sizeof(float))
            throw new EndOfStreamException();
        var array = new float[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private static void Write(BinaryWriter writer, EpochResult result)
    {
        writer.Write((int)result.Phase);
        writer.Write(result.Epoch);
        writer.Write(result.Epochs);
        writer.Write(result.TrainingLoss ?? double.NaN);
        writer.Write(result.ValidationLoss);
        writer.Write(result.Best);
    }

    private static EpochResult ReadResult(BinaryReader reader)
    {
        var (phase, epoch, epochs) = ((TrainingPhase)reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return new(phase, epoch, epochs, reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
    }
}
