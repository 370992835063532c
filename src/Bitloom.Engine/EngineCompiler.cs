using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Compiles verified integer graphs: one for its own engine, several for one, one for a given one.</summary>
public static class EngineCompiler
{
    /// <summary>The program with the least cycles that the options allow, or all that stands against it.</summary>
    public static Checked<EngineProgram> Compile(IntegerGraph graph, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var programs = CompileTogether([graph], options);
        return programs.Ok
            ? Checked.Success(programs.Value[0])
            : Checked.Failure<EngineProgram>(programs.Diagnostics);
    }

    /// <summary>
    /// A program a graph, all for one engine: the least that runs every one of them, of the shape with the least cycles
    /// of all together.
    /// </summary>
    public static Checked<IReadOnlyList<EngineProgram>> CompileTogether(
        IReadOnlyList<IntegerGraph> graphs, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(graphs);
        ArgumentNullException.ThrowIfNull(options);
        Diagnostic[] faults =
            [.. graphs.SelectMany(EngineLimits.Check), .. SharedEngine.Check(graphs), .. ShapeSearch.Check(options)];
        if (faults.Length > 0)
            return Checked.Failure<IReadOnlyList<EngineProgram>>(faults);
        IntegerGraph[] prepared = [.. graphs.Select(ScoreCopies.Insert)];
        var widths = ProveWidths.Of(prepared);
        var shapes = ShapeSearch.Candidates(options, widths).ToArray();
        if (shapes.Length == 0)
            return Checked.Failure<IReadOnlyList<EngineProgram>>(ShapeSearch.NoShape(options));
        return ShapeSearch.Best(prepared, shapes, widths, options) is { } plans
            ? Checked.Success<IReadOnlyList<EngineProgram>>(Assemble(prepared, plans, widths, options))
            : Checked.Failure<IReadOnlyList<EngineProgram>>(EngineLimits.OperandsInOneBank(graphs[0]));
    }

    /// <summary>The shapes that the options allow a graph, those with the fewest cycles, not counting delays, first.</summary>
    public static ImmutableArray<EngineShape> Shapes(IntegerGraph graph, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var prepared = ScoreCopies.Insert(graph);
        var widths = ProveWidths.Of([prepared]);
        return
        [
            .. ShapeSearch.Candidates(options, widths)
                .Select(shape => LoweredGraph.Of(prepared, shape, widths))
                .OrderBy(lowered => (lowered.CyclesWithoutDelays, lowered.Shape.Cells, lowered.Shape.R))
                .Select(lowered => lowered.Shape),
        ];
    }

    /// <summary>
    /// As <see cref="Shapes"/>, without those that another one beats: no more cycles, LUTs and multipliers of the array.
    /// </summary>
    public static ImmutableArray<EngineShape> UndominatedShapes(IntegerGraph graph, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var widths = ProveWidths.Of([ScoreCopies.Insert(graph)]);
        var kept = new List<(EngineShape Shape, int Luts, int Slices)>();
        foreach (var shape in Shapes(graph, options))
        {
            var multipliers = MultiplierAllocation.Of(shape, widths, options);
            var (luts, slices) = (EngineLuts.Of(shape, multipliers, widths), multipliers.Slices(shape));
            if (!kept.Exists(better => better.Luts <= luts && better.Slices <= slices))
                kept.Add((shape, luts, slices));
        }

        return [.. kept.Select(each => each.Shape)];
    }

    /// <summary>The program for an engine that exists, or everything of the graph that is too large for it.</summary>
    public static Checked<EngineProgram> CompileFor(IntegerGraph graph, EngineParameters engine)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(engine);
        var prepared = ScoreCopies.Insert(graph);
        Diagnostic[] faults = [.. EngineLimits.Check(graph), .. SharedEngine.CheckWidths(prepared, engine)];
        if (faults.Length > 0)
            return Checked.Failure<EngineProgram>(faults);
        if (EnginePlan.Of(prepared, engine.Shape, engine.Widths)?.Scheduled(engine.Widths) is not { } plan)
            return Checked.Failure<EngineProgram>(EngineLimits.OperandsInOneBank(graph));
        var needed = DeriveParameters.Of(prepared, plan, engine.Widths, engine.Multipliers);
        Diagnostic[] excess = [.. SharedEngine.CheckSizes(prepared, needed, engine)];
        return excess.Length > 0
            ? Checked.Failure<EngineProgram>(excess)
            : Checked.Success(AssembleProgram.Assemble(prepared, plan, engine));
    }

    private static EngineProgram[] Assemble(
        IReadOnlyList<IntegerGraph> graphs,
        IReadOnlyList<EnginePlan> plans,
        EngineWidths widths,
        EngineOptions options)
    {
        var pairs = graphs.Zip(plans).ToArray();
        var multipliers = MultiplierAllocation.Of(plans[0].Shape, widths, options);
        var engine = pairs.Select(pair => DeriveParameters.Of(pair.First, pair.Second, widths, multipliers))
            .Aggregate((left, right) => left.Cover(right));
        return [.. pairs.Select(pair => AssembleProgram.Assemble(
            pair.First, pair.Second, engine, options.ProvesSchedule))];
    }
}
