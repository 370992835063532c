namespace Bitloom.Estimation;

/// <summary>A battery; losses of converters and its own discharge are not in the model.</summary>
/// <param name="MilliampHours">Its capacity.</param>
/// <param name="Volts">Its voltage.</param>
public sealed record Battery(double MilliampHours, double Volts)
{
    /// <summary>How long it lasts, hours.</summary>
    public double HoursAt(double milliwatts) => MilliampHours * Volts / milliwatts;
}
