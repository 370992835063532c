namespace Bitloom.Engine;

/// <summary>Turns the planned instructions' offsets into addresses and sets their banks.</summary>
internal static class ResolveAddresses
{
    public static ProgramInstruction Resolve(PlannedInstruction planned, MemoryAllocation allocation)
    {
        var (fields, a) = (planned.Fields, allocation[planned.A]);
        fields = fields with { ABank = a.Memory, ABase = a.Base + fields.ABase };
        if (planned.B is { } b)
            fields = fields with { BBank = allocation[b].Memory, BBase = allocation[b].Base + fields.BBase };
        if (planned.Residual is { } residual)
            fields = WithResidual(fields, allocation[residual]);
        if (planned.Destination is { } destination)
            fields = WithDestination(fields, allocation[destination]);
        if (fields.Opcode is not (Opcode.Output or Opcode.End))
            fields = fields with { ConstantBase = fields.ConstantBase + allocation.ConstantBases[planned.ConstantsOf] };
        return new(planned.Tensor, planned.Head, fields);
    }

    private static Instruction WithResidual(Instruction fields, MemoryMapEntry entry) =>
        fields with { ResidualBank = entry.Memory, ResidualBase = entry.Base + fields.ResidualBase };

    private static Instruction WithDestination(Instruction fields, MemoryMapEntry entry) =>
        fields with { DestinationBank = entry.Memory, DestinationBase = entry.Base + fields.DestinationBase };
}
