namespace Bitloom.Engine;

/// <summary>The epilogue and the registers that gather its results into words.</summary>
internal static class DrainPipeline
{
    /// <summary>
    /// clamp((acc * M + ((r * N) &lt;&lt; k) + B) >> s), with the sum cut to its register, and a table
    /// behind it; the stored low bits.
    /// </summary>
    public static int Requantize(
        EngineMachine machine, Instruction fields, long accumulator, int residual, EpilogueConstants constants)
    {
        var product = unchecked(accumulator * constants.Multiplier);
        var residualProduct = unchecked((long)residual * constants.ResidualMultiplier) << fields.ResidualShift;
        var whole = unchecked(product + residualProduct + constants.Offset);
        var sum = SignExtension.Extend(whole, machine.Parameters.Widths.EpilogueSumBits);
        var shifted = sum >> fields.Shift;
        var raised = shifted < fields.Minimum ? fields.Minimum : shifted;
        var clamped = raised > fields.Maximum ? fields.Maximum : (int)raised;
        var element = clamped & ((1 << machine.ElementBits) - 1);
        return fields.Lookup ? machine.Function(fields.FunctionBase, element) : element;
    }

    /// <summary>
    /// Takes the R results of the slot in which group <paramref name="group"/> of column <paramref name="column"/> is
    /// drained; writes each word that they complete. <paramref name="word"/> is the tile's first destination word.
    /// </summary>
    public static void Accept(
        EngineMachine machine,
        Instruction fields,
        ReadOnlySpan<int> results,
        int column,
        int group,
        int word,
        long slot)
    {
        var shape = machine.Parameters.Shape;
        var cycle = slot + PipelineLatencies.SlotToWrite;
        var row = group * shape.R;
        switch (fields.DestinationLayout)
        {
            case LayoutKind.Activation:
                results.CopyTo(machine.Gather.AsSpan(row));
                if (group == fields.Groups - 1)
                    machine.Write(fields.DestinationBank, word + column, cycle, machine.Gather);
                break;
            case LayoutKind.Key:
                results.CopyTo(machine.KeyGather.AsSpan(row % shape.G));
                if ((row + shape.R) % shape.G == 0)
                    WriteKey(machine, fields, word + row / shape.G * fields.KeyStride + column, cycle);
                break;
            case LayoutKind.Row:
                for (var lane = 0; lane < results.Length; lane++)
                    machine.Transpose[row + lane][column] = results[lane];
                break;
        }
    }

    /// <summary>Writes the transposed tile after its last slot.</summary>
    public static void WriteRows(EngineMachine machine, Instruction fields, int rows, int word, long lastSlot)
    {
        for (var row = 0; row < rows; row++)
        {
            var cycle = lastSlot + PipelineLatencies.SlotToWrite + row;
            machine.Write(fields.DestinationBank, word + row, cycle, machine.Transpose[row]);
        }
    }

    private static void WriteKey(EngineMachine machine, Instruction fields, int address, long cycle) =>
        machine.Write(fields.DestinationBank, address, cycle, machine.KeyGather);
}
