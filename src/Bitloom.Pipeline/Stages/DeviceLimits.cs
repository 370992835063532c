using Bitloom.Engine;
using Bitloom.Estimation;

namespace Bitloom.Pipeline;

/// <summary>What the architecture of a device means for the engine that is searched.</summary>
internal static class DeviceLimits
{
    /// <summary>Whether Vivado is the device's own tool.</summary>
    public static bool IsKnownToVivado(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup => true,
        SynthesisFamily.Ice40 or SynthesisFamily.Ecp5 => false,
    };

    /// <summary>Whether one multiplier can make two products that share an operand: 25 bits hold both.</summary>
    public static bool PairsProducts(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup => true,
        SynthesisFamily.Ice40 or SynthesisFamily.Ecp5 => false,
    };

    /// <summary>The device's multiplier as synthesis uses it.</summary>
    public static MultiplierSize Multiplier(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup => MultiplierSize.Dsp48,
        SynthesisFamily.Ice40 => MultiplierSize.Mac16,
        SynthesisFamily.Ecp5 => new(device.Multipliers.Wide, device.Multipliers.Narrow, LeastProduct: 4, IsSignedOnly: false),
    };

    /// <summary>What the search plans memories for; null where they are in the smaller budget of LUTs.</summary>
    public static MemoryBudget? PlannedMemories(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup or SynthesisFamily.Ecp5 => device.MemoryBudget(),
        SynthesisFamily.Ice40 => null,
    };

    /// <summary>
    /// The LUTs that the estimate, which is of the 7 series, may reach. Measured, a logic cell of iCE40 (a LUT of four
    /// inputs, or a flip-flop that found none) does 2.6 times less, and the serial line takes 600 of them; a LUT of
    /// ECP5 does 1.84 times less (10,589 for 5,758).
    /// </summary>
    public static int LutBudget(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 or SynthesisFamily.Xcup => device.Luts.Count,
        SynthesisFamily.Ice40 => device.Luts.Count / 3,
        SynthesisFamily.Ecp5 => device.Luts.Count / 2,
    };
}
