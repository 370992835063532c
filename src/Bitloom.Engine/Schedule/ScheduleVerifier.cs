namespace Bitloom.Engine;

/// <summary>
/// Replays a program in time and compares what every read sees with what the order of the program says. It takes the
/// accesses from the simulator, not from the scheduler.
/// </summary>
public static class ScheduleVerifier
{
    /// <summary>All hazards of the encoded program, in the order of time.</summary>
    public static IReadOnlyList<ScheduleHazard> Verify(EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var recording = new AccessRecording();
        EngineSimulator.Run(program, new int[program.Parameters.Inputs], recording);
        return [.. new AccessReplay(recording.Accesses).Hazards(), .. DrainCollisions(recording.Drains)];
    }

    private static IEnumerable<ScheduleHazard> DrainCollisions(List<RecordedDrain> drains) =>
        drains.Zip(drains.Skip(1))
            .Where(pair => pair.Second.First < Free(pair.First))
            .Select(pair => new ScheduleHazard(
                HazardKind.DrainCollision, Memory: null, Address: 0, pair.Second.First, pair.Second.Instruction));

    private static long Free(RecordedDrain drain) =>
        Math.Max(drain.End, drain.First + PipelineLatencies.CaptureInterval);
}
