using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// The fields of a product that follow from the size of its result: <paramref name="rows"/> by
/// <paramref name="columns"/>, a sum of <paramref name="steps"/> products each.
/// </summary>
internal sealed class Tiling(EngineShape shape, int rows, int columns, int steps)
{
    /// <summary>A product that writes <paramref name="destination"/> with the given epilogue.</summary>
    public Instruction Fill(TensorReference destination, Epilogue epilogue, EngineWidths widths)
    {
        var groups = Groups(destination.Layout.Kind);
        return Strides(destination.Layout) with
        {
            Opcode = Opcode.MatMul,
            Steps = steps,
            TileCycles = TileCycles(DrainCycles(destination.Layout.Kind, groups)),
            RowTiles = Division.Ceiling(rows, shape.T),
            ColumnTiles = Division.Ceiling(columns, shape.G),
            LastColumns = (columns - 1) % shape.G + 1,
            LastRows = (rows - 1) % shape.T + 1,
            Groups = groups,
            ConstantShared = IsShared(epilogue),
            Shift = epilogue.Shift,
            ResidualShift = epilogue.Residual?.Shift ?? widths.ResidualShifts.Minimum,
            Minimum = epilogue.Minimum,
            Maximum = epilogue.Maximum,
            DestinationLayout = destination.Layout.Kind,
        };
    }

    /// <summary>True when one epilogue word serves all columns.</summary>
    public static bool IsShared(Epilogue epilogue) =>
        epilogue.Multipliers.Length == 1 && epilogue.Offsets.Length == 1 &&
        epilogue.Residual is not { Multipliers.Length: > 1 };

    private int TileCycles(int drainCycles) =>
        Math.Max(PipelineLatencies.CaptureInterval, Math.Max(steps, drainCycles));

    // A key word is complete only after G / R groups, so the last one of a column is drained in full.
    private int Groups(LayoutKind kind)
    {
        var height = Math.Min(shape.T, rows);
        return kind == LayoutKind.Key
            ? Division.Ceiling(height, shape.G) * (shape.G / shape.R)
            : Division.Ceiling(height, shape.R);
    }

    private int DrainCycles(LayoutKind kind, int groups) =>
        Math.Min(shape.G, columns) * groups + (kind == LayoutKind.Row ? Math.Min(shape.T, rows) : 0);

    private Instruction Strides(TensorLayout layout) => layout.Kind switch
    {
        LayoutKind.Activation => new() { RowStride = layout.Columns, ColumnStride = shape.G },
        LayoutKind.Key => new()
        {
            RowStride = shape.T / shape.G * layout.Columns,
            ColumnStride = shape.G,
            KeyStride = layout.Columns,
        },
        LayoutKind.Row => new() { RowStride = shape.T, ColumnStride = layout.Rows },
    };
}
