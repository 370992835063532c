namespace Bitloom.Engine;

/// <summary>The cycles of docs/engine.md, Time; measured on the RTL by its bench.</summary>
public static class PipelineLatencies
{
    /// <summary>From the last step's address cycle of a tile to its drain slot 0.</summary>
    public const int StepToSlot = 7;

    /// <summary>Least distance of two captures: a tile's drain parameters wait so long for their first slot.</summary>
    public const int CaptureInterval = 6;

    /// <summary>From a drain slot to the cycle in which its completed word is presented to the memory.</summary>
    public const int SlotToWrite = 7;

    /// <summary>From a drain slot to the cycle in which its results are compared with the row maxima.</summary>
    public const int SlotToMaxima = 6;

    /// <summary>Cycles that SOFTMAX and PROBABILITIES take of the program; what they begin goes on beside it.</summary>
    public const int SoftmaxIssue = 2;

    /// <summary>From SOFTMAX's first cycle to the first address cycle of its sum phase.</summary>
    public const int SoftmaxSumPhase = 1;

    /// <summary>Cycles of the sum phase beyond one a key and group.</summary>
    public const int SoftmaxSumTail = 5;

    /// <summary>From PROBABILITIES' first cycle to the first address cycle of the write phase.</summary>
    public const int SoftmaxWritePhase = 1;

    /// <summary>From a write phase's address cycle to its drain slot.</summary>
    public const int SoftmaxReadToSlot = 3;

    /// <summary>From the write phase's last address cycle to the last that needs the tile's registers.</summary>
    public const int SoftmaxTail = 3;

    /// <summary>From a drain slot 0 to the cycle before it in which the drain takes a product tile's fields.</summary>
    public const int AcceptToSlot = 7;

    /// <summary>The same of a softmax tile.</summary>
    public const int SoftmaxAcceptToSlot = 3;

    /// <summary>From the cycle after the last input element to cycle 0 of the program.</summary>
    public const int Start = 2;

    /// <summary>From the end of END's delay to the first output element taken.</summary>
    public const int Finish = 4;

    /// <summary>Cycles from one output element to the next.</summary>
    public const int OutputInterval = 4;

    /// <summary>Cycles from one output tensor's last element to the next one's first, beyond the interval.</summary>
    public const int TensorGap = 1;

    /// <summary>
    /// Cycles from the end of the first output's delay to the last element taken, streams never stalled.
    /// </summary>
    public static long Streaming(int tensors, int elements) =>
        Finish + TensorGap * (tensors - 1) + (long)OutputInterval * (elements - 1);

    /// <summary>Cycles of a division: two quotient bits a cycle, and one to take the operands.</summary>
    public static int Division(int quotientBits) => Bitloom.Engine.Division.Ceiling(quotientBits, 2) + 1;

    /// <summary>From SOFTMAX's first cycle to the first in which PROBABILITIES can begin.</summary>
    public static int SoftmaxReady(int keys, int groups, int drainLanes, int quotientBits) =>
        SoftmaxSumPhase + keys * groups + SoftmaxSumTail + groups * drainLanes * Division(quotientBits);
}
