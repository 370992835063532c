using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// Flip-flops of each part, counted: registers of the RTL, bit by bit, that synthesis does not find constant, unread,
/// or twice, and that no multiplier takes in.
/// </summary>
internal static class RegisterCounts
{
    /// <summary>In the order of <see cref="EnginePart"/>.</summary>
    public static ImmutableArray<int> Of(EngineStructure engine)
    {
        var widths = new RegisterWidths(engine);
        return [.. Enum.GetValues<EnginePart>().Select(part => Of(part, engine, widths))];
    }

    private static int Of(EnginePart part, EngineStructure engine, RegisterWidths widths) => part switch
    {
        EnginePart.Sequencer => ControlRegisters.Sequencer(engine, widths),
        EnginePart.DrainControl => ControlRegisters.DrainControl(engine, widths),
        EnginePart.Datapath => ControlRegisters.Datapath(engine, widths),
        EnginePart.Cells => ArrayRegisters.Cells(engine),
        EnginePart.Array => ArrayRegisters.Array(engine),
        EnginePart.Lanes => ArrayRegisters.Lanes(engine, widths),
        EnginePart.Epilogues => ArrayRegisters.Epilogues(engine),
        EnginePart.WriteBack => ControlRegisters.WriteBack(engine, widths),
        EnginePart.RowMaxima => SoftmaxRegisters.RowMaxima(engine, widths),
        EnginePart.Softmax => SoftmaxRegisters.Softmax(engine, widths),
        EnginePart.Divider => SoftmaxRegisters.Divider(engine),
        EnginePart.Normalizer => SoftmaxRegisters.Normalizer(engine, widths),
        EnginePart.Root => SoftmaxRegisters.Root(engine),
        EnginePart.Banks => MemoryRegisters.Banks(engine),
        EnginePart.Weights => MemoryRegisters.Weights(engine),
        EnginePart.Model => MemoryRegisters.Model(engine, widths),
        EnginePart.Streams => MemoryRegisters.Streams(engine, widths),
        EnginePart.Loader => MemoryRegisters.Loader(engine),
    };
}
