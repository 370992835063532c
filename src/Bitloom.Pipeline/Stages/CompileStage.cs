using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Hdl;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>The program of the engine, and the folder from which it is simulated and synthesized.</summary>
internal sealed record CompiledModel(EngineProgram Program, HdlProject Hardware);

/// <summary>Compiles the integer graph for the engine and writes the hardware folder.</summary>
internal static class CompileStage
{
    /// <summary>Folder of the hardware inside the output folder.</summary>
    public const string HardwareFolder = "hardware";

    public static StageResult<CompiledModel> Run(BuildInputs inputs, IntegerModel model)
    {
        var engine = inputs.Project.Engine;
        var program = EngineCompiler.Compile(model.Graph, Options(engine));
        if (!program.Ok)
            return StageResult.Stopped<CompiledModel>(BuildOutcome.UserFault, program.Diagnostics);
        var compiled = Write(Path.Combine(inputs.OutputFolder, HardwareFolder), program.Value, engine);
        if (engine.Device.Synthesis == SynthesisFamily.Xc7)
            VivadoProject.Write(compiled.Hardware, engine.Device.Part ?? "", Kilohertz(engine));
        return StageResult.Done(compiled);
    }

    /// <summary>Writes the hardware folder of a program.</summary>
    internal static CompiledModel Write(string folder, EngineProgram program, EngineSection engine) =>
        new(program, HdlProject.Write(folder, program, Plan(program, engine), engine.LoadPort));

    /// <summary>What the project and its device leave to the search.</summary>
    internal static EngineOptions Options(EngineSection engine) => new(
        engine.Rows,
        engine.Columns,
        engine.Lanes,
        engine.Device.Multipliers.Count,
        engine.Device.Synthesis != SynthesisFamily.Ice40,
        LutBudget(engine.Device),
        Memories(engine.Device),
        engine.Goal)
    {
        Multiplier = engine.Device.Synthesis == SynthesisFamily.Ice40 ? MultiplierSize.Mac16 : MultiplierSize.Dsp48,
    };

    private static MemoryPlan Plan(EngineProgram program, EngineSection engine) => MemoryPlanner.Plan(
        program.Parameters, engine.Memories, engine.Device.MemoryBudget(), engine.LoadPort);

    private static int Kilohertz(EngineSection engine) => (int)(1000 * engine.Clock);

    // What iCE40 takes for memories is in its smaller budget of LUTs.
    private static MemoryBudget? Memories(Device device) =>
        device.Synthesis == SynthesisFamily.Ice40 ? null : device.MemoryBudget();

    // The estimate is of the 7 series. Measured, a logic cell of iCE40 (a LUT of four inputs, or a flip-flop that found none)
    // does 2.6 times less, and the serial line takes 600 of them.
    private static int LutBudget(Device device) =>
        device.Synthesis == SynthesisFamily.Ice40 ? device.Luts.Count / 3 : device.Luts.Count;
}
