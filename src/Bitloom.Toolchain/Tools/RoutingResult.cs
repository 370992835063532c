using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>A routing: how the tool ended, what it made, and the file of the configuration as text.</summary>
/// <param name="Design">
/// The design, or the diagnostics that say why there is none; without both when the run was cancelled.
/// </param>
public sealed record RoutingResult(ProcessResult Process, Checked<RoutedDesign> Design, string ConfigurationPath);
