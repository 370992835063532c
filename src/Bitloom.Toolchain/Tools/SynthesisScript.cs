using System.Text;

namespace Bitloom.Toolchain;

/// <summary>The Yosys script of a <see cref="SynthesisRequest"/>.</summary>
public static class SynthesisScript
{
    /// <summary>The script's text.</summary>
    public static string Of(SynthesisRequest request)
    {
        var script = new StringBuilder();
        // Deferred: a memory's default parameters name no file that exists.
        foreach (var file in request.VerilogFiles)
            script.Append(Read(request)).Append(Quoted(Path.GetFullPath(file))).Append('\n');
        script.Append(request.Family.Command).Append(" -top ").Append(request.Top);
        foreach (var option in request.Options)
            script.Append(' ').Append(option);
        script.Append('\n');
        script.Append("write_verilog -noattr ").Append(PartialFile.Of(NetlistName(request.Top))).Append('\n');
        if (request.ForRouting)
            script.Append("write_json ").Append(PartialFile.Of(RoutingName(request.Top))).Append('\n');
        script.Append("tee -q -o ").Append(PartialFile.Of(CellsName(request.Top))).Append(" stat -json -top ");
        return script.Append(request.Top).Append('\n').ToString();
    }

    /// <summary>File of the cell counts, in the work folder.</summary>
    public static string CellsName(string top) => top + "_cells.json";

    /// <summary>File of the netlist, in the work folder.</summary>
    public static string NetlistName(string top) => top + "_netlist.v";

    /// <summary>File of the netlist for a router, in the work folder.</summary>
    public static string RoutingName(string top) => top + "_netlist.json";

    private static string Read(SynthesisRequest request) => "read_verilog -defer "
        + string.Concat(request.Family.Defines.Concat(request.Defines).Select(define => $"-D {define} "));

    // Only read_verilog takes quotes off: `tee` would make them part of the name.
    private static string Quoted(string path) => "\"" + path + "\"";
}
