using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>All faults; <c>benchmarks/Mutation.cs</c> tries each, the conformance tests those of the RTL.</summary>
public static class FaultList
{
    /// <summary>Faults in C#.</summary>
    public static ImmutableArray<Fault> Software { get; } =
    [
        .. ArithmeticFaults.All, .. CompilerFaults.All, .. DataFaults.All, .. ModelFaults.All,
        .. PipelineFaults.All,
        .. FurtherOperationFaults.All.Where(fault => fault.IsSoftware),
    ];

    /// <summary>Faults in VHDL and Verilog.</summary>
    public static ImmutableArray<Fault> Rtl { get; } =
    [
        .. EntityFaults.All, .. AcceleratorFaults.All, .. VerilogFaults.All,
        .. FurtherOperationFaults.All.Where(fault => !fault.IsSoftware),
    ];

    /// <summary>Both.</summary>
    public static ImmutableArray<Fault> All { get; } = [.. Software, .. Rtl];
}
