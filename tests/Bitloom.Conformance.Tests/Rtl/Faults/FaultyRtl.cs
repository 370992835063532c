using Bitloom.Faults;
using Bitloom.Hdl;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>The RTL's text with a fault in it.</summary>
internal static class FaultyRtl
{
    private const string Root = "rtl/";

    /// <summary>The file's name below <c>rtl/</c>.</summary>
    public static string NameOf(Fault fault) => fault.File[Root.Length..];

    public static string TextOf(Fault fault) => fault.Apply(RtlSources.Read(NameOf(fault)));
}
