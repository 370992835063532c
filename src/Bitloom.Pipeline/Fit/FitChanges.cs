using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>
/// The cheapest changes that make an accelerator fit its device: of each kind (memories, array, weights, all widths,
/// both an array and weights where neither will do, the device) the first that fits in the order of what it costs.
/// </summary>
internal static class FitChanges
{
    private const int Told = 3;
    private const int LeastBits = 2;
    private const int ShapesTried = 40;

    /// <summary>At most three, the cheapest in cycles first; those that cost no accuracy before those that do.</summary>
    /// <param name="counted">What synthesis counted; null before it.</param>
    public static ImmutableArray<FitChange> Of(
        Project project, ITaskData data, TakenResources? counted, CancellationToken cancellation)
    {
        if (FitTrials.Of(project, data, counted, cancellation) is not { } trials)
            return [];
        var searches = (Func<FitTrials, FitChange?>[])[Memories, Array, Weights, AllBits];
        var found = searches.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(search => search(trials)).OfType<FitChange>().ToList();
        if (found.Count == 0)
            found.AddRange(Known(ArrayAndWeights(trials)));
        // The next best arrays, where there are not three kinds.
        if (found.Count < Told)
            found.AddRange(Arrays(trials).Skip(1).Take(Told - found.Count));
        if (found.Count < Told)
            found.AddRange(Known(LargerDevice(trials)));
        return [.. found.OrderBy(change => (change.Cost, change.Cycles)).Take(Told)];
    }

    private static FitChange[] Known(FitChange? change) => change is null ? [] : [change];

    // Left to the planner: first each memory alone, then all of them.
    private static FitChange? Memories(FitTrials trials)
    {
        var kinds = trials.Project.Engine.Memories;
        ImmutableArray<EngineMemory> fixedOnes =
            [.. EngineMemories.All.Where(memory => kinds[memory] != MemoryKind.Automatic)];
        return fixedOnes.Select(memory => ImmutableArray.Create(memory)).Append(fixedOnes)
            .Where(memories => memories.Length > 0)
            .Select(memories => trials.Try(FitSettings.OfAutomatic(memories), FitCost.Cycles, trials.Graph))
            .FirstOrDefault(change => change is not null);
    }

    private static FitChange? Array(FitTrials trials) => Arrays(trials).FirstOrDefault();

    private static IEnumerable<FitChange> Arrays(FitTrials trials) => Arrays(
        trials, shape => trials.Try(FitSettings.OfShape(shape), FitCost.Cycles, trials.Graph));

    // Where the smallest array does not fit, the array is not what is too large.
    private static IEnumerable<FitChange> Arrays(FitTrials trials, Func<EngineShape, FitChange?> attempt) =>
        attempt(new(1, 1, 1)) is { } smallest
            ? trials.Shapes()
                .Where(shape => shape.Cells > 1 && (shape.Cells < trials.Shape.Cells
                    || (shape.Cells == trials.Shape.Cells && shape.R < trials.Shape.R)))
                .Take(ShapesTried)
                .Select(attempt)
                .Append(smallest)
                .OfType<FitChange>()
            : [];

    // The widest that will do; of them the fewest matrices, those that hold the most bits first.
    private static FitChange? Weights(FitTrials trials)
    {
        for (var bits = trials.Project.Quantization.Bits - 1; bits >= LeastBits; bits--)
        {
            var names = Wider(trials, bits);
            if (names.IsEmpty || Try(names.Length) is not { } best)
                continue;
            var (least, enough) = (1, names.Length);
            while (least < enough)
            {
                var count = (least + enough) / 2;
                if (Try(count) is { } fewer)
                    (best, enough) = (fewer, count);
                else
                    least = count + 1;
            }

            return best;

            FitChange? Try(int count) =>
                trials.Try(FitSettings.OfTensors(names[..count], bits), FitCost.Accuracy);
        }

        return null;
    }

    private static FitChange? AllBits(FitTrials trials)
    {
        var now = trials.Project.Quantization;
        // Widths that fall to the present one would have to be changed as well.
        return now.Gradual.IsEmpty
            ? Descending(now.Bits - 1).Select(bits => trials.Try(NarrowAll(now, bits), FitCost.Accuracy))
                .FirstOrDefault(change => change is not null)
            : null;
    }

    private static FitSettings NarrowAll(QuantizationSection now, int bits)
    {
        ImmutableArray<string> wider = [.. now.Tensors.Where(tensor => tensor.Value > bits).Select(tensor => tensor.Key)];
        return wider.IsEmpty
            ? FitSettings.OfBits(bits)
            : FitSettings.OfBits(bits).And(FitSettings.OfTensors(wider, bits));
    }

    private static FitChange? ArrayAndWeights(FitTrials trials)
    {
        foreach (var bits in Descending(trials.Project.Quantization.Bits - 1))
        {
            var narrow = FitSettings.OfTensors(Wider(trials, bits), bits);
            if (trials.Quantize(narrow) is { } graph && Arrays(trials, shape => trials.Try(
                FitSettings.OfShape(shape).And(narrow), FitCost.Accuracy, graph)).FirstOrDefault() is { } change)
                return change;
        }

        return null;
    }

    private static FitChange? LargerDevice(FitTrials trials)
    {
        var now = trials.Project.Engine.Device;
        return DeviceCatalog.Load() is { Ok: true } catalog
            ? catalog.Value.Devices
                .Where(device => device.Synthesis == now.Synthesis && device.Luts.Count > now.Luts.Count)
                .OrderBy(device => device.Luts.Count)
                .Select(device => trials.Try(FitSettings.OfDevice(device), FitCost.Device, trials.Graph))
                .FirstOrDefault(change => change is not null)
            : null;
    }

    // Weight matrices that are wider, those that hold the most bits first.
    private static ImmutableArray<string> Wider(FitTrials trials, int bits)
    {
        var matrices = TensorNames.WeightMatrices(trials.Project.Model.Layers).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. trials.Graph.Operations.Select(operation => operation.Output)
                .Where(tensor => matrices.Contains(tensor.Name) && tensor.Format.Bits > bits)
                .OrderByDescending(tensor => tensor.Count * tensor.Format.Bits)
                .Select(tensor => tensor.Name),
        ];
    }

    private static IEnumerable<int> Descending(int bits) =>
        Enumerable.Range(LeastBits, Math.Max(0, bits - LeastBits + 1)).Reverse();
}
