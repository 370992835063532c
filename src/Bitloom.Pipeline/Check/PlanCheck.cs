using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>
/// Whether the model fits the device, found out with the untrained one. What it finds are warnings, as the trained model
/// may need a little less.
/// </summary>
internal static class PlanCheck
{
    public static ImmutableArray<Diagnostic> Of(Project project, ITaskData data, CancellationToken cancellation) =>
        UntrainedModel.Compile(project, data, cancellation) is not { } program ? []
        : program.Ok ? Misfits(program.Value, project)
        : [.. program.Diagnostics];

    // The hardware folder is where a compiled model has its memories from.
    private static ImmutableArray<Diagnostic> Misfits(EngineProgram program, Project project)
    {
        var folder = Directory.CreateTempSubdirectory("bitloom-check-");
        try
        {
            var compiled = CompileStage.Write(folder.FullName, program, project.Engine);
            return [.. DeviceFit.Planned(compiled, project.Engine).Select(AsWarning)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Diagnostic AsWarning(Diagnostic misfit) => misfit with
    {
        Severity = Severity.Warning,
        Found = misfit.Found.Replace("takes", "will take, as planned with untrained weights,", StringComparison.Ordinal),
    };
}
