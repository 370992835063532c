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

    // The fields of a tile wait until the cycle before its slot 0.
    private static IEnumerable<ScheduleHazard> DrainCollisions(List<RecordedDrain> drains)
    {
        var inTime = drains.OrderBy(drain => drain.Tile.First).ToArray();
        return inTime.Zip(inTime.Skip(1))
            .Where(pair => pair.Second.Tile.First < pair.First.Tile.End
                || pair.Second.Tile.Accept < pair.First.Tile.First - 1)
            .Select(pair => new ScheduleHazard(
                HazardKind.DrainCollision,
                Memory: null,
                Address: 0,
                pair.Second.Tile.First,
                Math.Max(pair.First.Instruction, pair.Second.Instruction)));
    }
}
