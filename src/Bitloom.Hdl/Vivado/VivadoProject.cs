using Bitloom.Diagnostics;

namespace Bitloom.Hdl;

/// <summary>
/// What opens the hardware folder in AMD's Vivado, for those who have it: the folder <c>vivado/</c> with a script that
/// makes the project, constraints, and an AXI4-Stream wrapper as the top (docs/vivado.md).
/// </summary>
public static class VivadoProject
{
    /// <summary>Folder in the hardware folder.</summary>
    public const string Folder = "vivado";

    /// <summary>The script, relative to the hardware folder.</summary>
    public const string Script = Folder + "/create_project.tcl";

    /// <summary>The constraints, relative to the hardware folder.</summary>
    public const string Constraints = Folder + "/accelerator_axi.xdc";

    /// <summary>The top, relative to the hardware folder.</summary>
    public const string Wrapper = Folder + "/accelerator_axi.vhd";

    /// <summary>Writes the folder; files that exist are replaced.</summary>
    /// <param name="part">The part as Vivado names it; empty: the script wants it as its argument.</param>
    /// <param name="clock">kHz.</param>
    public static void Write(HdlProject hardware, string part, int clock)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        AtomicFile.Write(PathOf(Script), VivadoScript.Text(part));
        AtomicFile.Write(PathOf(Constraints), VivadoConstraints.Text(clock, hardware.LoadPort));
        AtomicFile.Write(PathOf(Wrapper), AxiStreamWrapper.Text(hardware.Program, hardware.LoadPort, clock));

        string PathOf(string name) => Path.Combine(hardware.Directory, name);
    }
}
