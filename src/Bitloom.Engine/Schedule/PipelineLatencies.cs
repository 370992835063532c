namespace Bitloom.Engine;

/// <summary>The cycles of docs/engine.md, Time; measured on the RTL by its bench.</summary>
public static class PipelineLatencies
{
    /// <summary>From the last step's address cycle of a tile to its drain slot 0.</summary>
    public const int StepToSlot = 5;

    /// <summary>Least distance of two captures: a tile's drain parameters wait so long for their first slot.</summary>
    public const int CaptureInterval = 4;

    /// <summary>From a drain slot to the cycle in which its completed word is presented to the memory.</summary>
    public const int SlotToWrite = 6;

    /// <summary>From a softmax's write phase address cycle to its drain slot.</summary>
    public const int SoftmaxReadToSlot = 3;

    /// <summary>Cycles of the sum phase beyond one a key and group.</summary>
    public const int SoftmaxSumTail = 4;

    /// <summary>Cycles of a division beyond one a quotient bit.</summary>
    public const int DivisionTail = 1;

    /// <summary>From the cycle after the last input element to cycle 0 of the program.</summary>
    public const int Start = 2;

    /// <summary>From the end of END's delay to the first output element taken.</summary>
    public const int Finish = 3;

    /// <summary>Cycles from one output element to the next.</summary>
    public const int OutputInterval = 3;

    /// <summary>Cycles from one output tensor's last element to the next one's first, beyond the interval.</summary>
    public const int TensorGap = 1;

    /// <summary>
    /// Cycles from the end of the first output's delay to the last element taken, streams never stalled.
    /// </summary>
    public static long Streaming(int tensors, int elements) =>
        Finish + TensorGap * (tensors - 1) + (long)OutputInterval * (elements - 1);

    /// <summary>Cycles that a softmax tile takes: its four phases.</summary>
    public static int SoftmaxTile(int keys, int groups, int drainLanes, int quotientBits) =>
        SoftmaxWritePhase(keys, groups, drainLanes, quotientBits) + keys * groups;

    /// <summary>First cycle of a softmax tile's sum phase.</summary>
    public static int SoftmaxSumPhase(int keys) => keys;

    /// <summary>First address cycle of a softmax tile's write phase.</summary>
    public static int SoftmaxWritePhase(int keys, int groups, int drainLanes, int quotientBits) =>
        SoftmaxSumPhase(keys) + keys * groups + SoftmaxSumTail + groups * drainLanes * (quotientBits + DivisionTail);
}
