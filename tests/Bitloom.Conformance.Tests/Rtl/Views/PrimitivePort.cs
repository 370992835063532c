namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>An input of a primitive.</summary>
/// <param name="Type">Its VHDL type without the range: signed, std_ulogic_vector or std_ulogic.</param>
public sealed record PrimitivePort(string Name, string Type, int Bits);
