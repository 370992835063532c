using System.Collections.Immutable;
using System.Text.Json;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>What a router made of a design.</summary>
/// <param name="Megahertz">The greatest clock, of the slowest clock net.</param>
/// <param name="Used">Resources by the router's names, such as <c>ICESTORM_LC</c>.</param>
/// <param name="Available">What the device has of each.</param>
public sealed record RoutedDesign(
    double Megahertz, ImmutableSortedDictionary<string, int> Used, ImmutableSortedDictionary<string, int> Available)
{
    // What is driven by a constant is shown as a clock as well.
    private const string Constant = "$PACKER_";

    /// <summary>Reads what nextpnr's <c>--report</c> writes.</summary>
    public static Checked<RoutedDesign> Parse(string json, string location)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var clocks = document.RootElement.GetProperty("fmax").EnumerateObject()
                .Where(clock => !clock.Name.StartsWith(Constant, StringComparison.Ordinal))
                .Select(clock => clock.Value.GetProperty("achieved").GetDouble()).ToArray();
            var utilization = document.RootElement.GetProperty("utilization");
            return clocks.Length == 0
                ? Checked.Failure<RoutedDesign>(Unreadable(location))
                : Checked.Success(new RoutedDesign(
                    clocks.Min(), Numbers(utilization, "used"), Numbers(utilization, "available")));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            return Checked.Failure<RoutedDesign>(Unreadable(location));
        }
    }

    private static ImmutableSortedDictionary<string, int> Numbers(JsonElement utilization, string key) =>
        utilization.EnumerateObject().ToImmutableSortedDictionary(
            kind => kind.Name, kind => kind.Value.GetProperty(key).GetInt32(), StringComparer.Ordinal);

    private static Diagnostic Unreadable(string location) => Diagnostic.Error(
        "TOOL009", location,
        "the report that nextpnr-ice40 wrote cannot be read",
        "JSON with fmax and utilization, as nextpnr 0.4 writes it",
        $"use the version that Debian 12 has: {ExternalTools.NextpnrIce40.InstallCommand}");
}
