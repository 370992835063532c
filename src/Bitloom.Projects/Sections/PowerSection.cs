using Bitloom.Estimation;

namespace Bitloom.Projects;

/// <summary>How often there is a window, and what powers the device (docs/power.md).</summary>
/// <param name="PeriodSeconds">From one window to the next.</param>
/// <param name="Battery">Null where none is described.</param>
public sealed record PowerSection(double PeriodSeconds = 1, Battery? Battery = null);
