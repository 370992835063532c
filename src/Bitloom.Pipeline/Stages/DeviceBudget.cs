using Bitloom.Estimation;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>A device's resources in the report's units.</summary>
internal static class DeviceBudget
{
    private const int Kbit = 1024;

    public static ResourceBudget Of(Device device) => new(
        device.Luts.Count, device.LutMemory.Count, device.FlipFlops.Count,
        device.BlockRams.Count, device.BlockRams.Bits / Kbit, device.Multipliers.Count);
}
