namespace Bitloom.Training;

/// <summary>
/// How a batch is cut: into at most eight lanes, which may run at the same time, each into pieces, which run one after
/// the other and whose tensors stay in a processor's cache. The cut depends on sizes alone, never on the number of
/// threads: sums are added in the order of pieces and lanes, so that every number of threads gives the same bytes.
/// </summary>
internal readonly record struct BatchCut(int Windows, int Lanes, int PiecesPerLane)
{
    private const int MostLanes = 8;

    // With 32 columns and four times as many hidden ones, all tensors of a piece and their gradients take about a
    // megabyte.
    private const int PieceElements = 192 * 32;

    /// <summary>For a batch of windows.</summary>
    public static BatchCut Of(int windows, EncoderShape shape)
    {
        var most = Math.Max(1, PieceElements / (shape.Window * shape.Dimension));
        var pieces = (windows + most - 1) / most;
        var lanes = Math.Min(pieces, MostLanes);
        return new BatchCut(windows, lanes, (pieces + lanes - 1) / lanes);
    }

    /// <summary>One lane of one piece, for what needs all windows at once.</summary>
    public static BatchCut Whole(int windows) => new(windows, 1, 1);

    /// <summary>The windows of a piece.</summary>
    public Range Piece(int lane, int piece)
    {
        var (index, count) = (lane * PiecesPerLane + piece, Lanes * PiecesPerLane);
        return ((int)((long)Windows * index / count))..((int)((long)Windows * (index + 1) / count));
    }
}
