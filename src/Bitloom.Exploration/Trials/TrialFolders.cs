using System.Globalization;

namespace Bitloom.Exploration;

/// <summary>Where a study keeps what it makes: <c>trials/0007/point-0</c> in its folder.</summary>
public static class TrialFolders
{
    /// <summary>The folder of a trial, relative to the study's.</summary>
    public static string NameOf(int trial) => "trials/" + trial.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The folder of a point, relative to its trial's.</summary>
    public static string PointName(int point) => "point-" + point.ToString(CultureInfo.InvariantCulture);
}
