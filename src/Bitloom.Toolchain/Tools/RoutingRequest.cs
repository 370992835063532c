namespace Bitloom.Toolchain;

/// <summary>A synthesized design to place and route for an iCE40 UltraPlus.</summary>
/// <param name="Name">Names the results in the work folder.</param>
/// <param name="NetlistJson">The netlist as Yosys writes it.</param>
/// <param name="Constraints">The pins, as a file's text.</param>
/// <param name="Package">Of the device, such as <c>sg48</c>.</param>
/// <param name="Megahertz">The clock that is aimed at.</param>
/// <param name="Seed">Of the placement.</param>
public sealed record RoutingRequest(
    string Name, string NetlistJson, string Constraints, string Package, double Megahertz, int Seed);
