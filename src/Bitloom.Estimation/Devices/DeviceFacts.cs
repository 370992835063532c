namespace Bitloom.Estimation;

/// <summary>Pins for signals of the user's.</summary>
/// <param name="Package">That of the count; null: the most that any package of the device has.</param>
/// <param name="Count">Null: not known, and <paramref name="Source"/> says why.</param>
public sealed record DeviceIo(int? Count, string? Package, string Source);

/// <summary>The nominal voltage of the logic.</summary>
public sealed record DeviceSupply(double Volts, string Source);

/// <summary>Power of a configured device whose clocks stand.</summary>
/// <param name="Milliwatts">Typical; null: not known, and <paramref name="Source"/> says why.</param>
/// <param name="Celsius">Temperature of the junction at which it was taken.</param>
/// <param name="Rails">The supplies that are summed.</param>
public sealed record DeviceStaticPower(double? Milliwatts, double? Celsius, string? Rails, string Source);

/// <summary>The bitstream of the whole device.</summary>
/// <param name="Bits">Without compression; null: not known, and <paramref name="Source"/> says why.</param>
/// <param name="Loading">The way in which it can be loaded that is assumed; null: none is known.</param>
/// <param name="Energy">Of one configuration, as measured by somebody; null: not known.</param>
public sealed record DeviceConfiguration(
    long? Bits, string Source, DeviceLoading? Loading, DeviceEnergy? Energy)
{
    /// <summary>How long the bits take on their way, without what the device does before and after.</summary>
    public double? LoadingMilliseconds => Loading is null ? null : Bits / (Loading.Megahertz * Loading.Lines * 1000);
}

/// <summary>An interface for bitstreams: data lines, and the clock at which each takes a bit.</summary>
public sealed record DeviceLoading(double Megahertz, int Lines, string Source);

/// <summary>Energy of one configuration.</summary>
public sealed record DeviceEnergy(double Millijoules, string Source);

/// <summary>Greatest clocks, in MHz, of the parts of a device; null where the source gives none.</summary>
/// <param name="Name">As the vendor writes it, such as <c>-1</c>.</param>
public sealed record DeviceSpeedGrade(
    string Name, double? ClockTree, double? BlockRam, double? UltraRam, double? Multiplier, string Source);
