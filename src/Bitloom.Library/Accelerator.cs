using Bitloom.Engine;
using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>A model compiled for an engine on a device.</summary>
public sealed class Accelerator
{
    internal Accelerator(Session session, PreparedModel prepared) => (Session, Prepared) = (session, prepared);

    /// <summary>The instructions, their schedule and the contents of the memories.</summary>
    public EngineProgram Program => Prepared.Compiled.Program;

    /// <summary>Clock cycles of an inference, streams never stalled.</summary>
    public long Cycles => Program.Schedule.Cycles;

    /// <summary>Microseconds of an inference at the clock of the settings.</summary>
    public double Microseconds => Cycles / Session.Design.Project.Engine.Clock;

    /// <summary>The folder with VHDL, memory contents and, for the 7 series, a Vivado project.</summary>
    public string HardwareFolder => Prepared.Compiled.Hardware.Directory;

    internal Session Session { get; }

    internal PreparedModel Prepared { get; }
}
