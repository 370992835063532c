using System.Globalization;

namespace Bitloom.Pipeline;

/// <summary>Measured numbers as a chart needs them.</summary>
internal static class Rounded
{
    /// <summary>Six significant digits: single precision has no more, and the file is read by people as well.</summary>
    public static double Of(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
