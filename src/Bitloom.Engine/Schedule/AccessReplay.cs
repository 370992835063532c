namespace Bitloom.Engine;

/// <summary>Plays recorded accesses cycle by cycle.</summary>
internal sealed class AccessReplay(IEnumerable<RecordedAccess> accesses)
{
    private readonly Dictionary<(EngineMemory, int), RecordedAccess> current = [];
    private readonly HashSet<(EngineMemory, bool, long)> ports = [];

    /// <summary>What goes wrong, in the order of time.</summary>
    public IEnumerable<ScheduleHazard> Hazards() =>
        accesses.GroupBy(access => access.Cycle).OrderBy(cycle => cycle.Key).SelectMany(cycle => Cycle([.. cycle]));

    private IEnumerable<ScheduleHazard> Cycle(IReadOnlyList<RecordedAccess> all)
    {
        var hazards = new List<ScheduleHazard>();
        var reads = all.Where(access => !access.IsWrite).ToArray();
        var writes = all.Where(access => access.IsWrite).ToArray();
        hazards.AddRange(reads.SelectMany(Read));
        hazards.AddRange(writes.SelectMany(write => Write(write, reads)));
        return hazards;
    }

    private IEnumerable<ScheduleHazard> Read(RecordedAccess read)
    {
        if (read.Memory != EngineMemory.Softmax && !ports.Add((read.Memory, false, read.Cycle)))
            yield return Hazard(HazardKind.PortTwice, read);
        var seen = Seen(read);
        if (seen < read.Version || read.Version == AccessRecording.Never)
            yield return Hazard(HazardKind.ReadBeforeWrite, read);
        else if (seen > read.Version)
            yield return Hazard(HazardKind.OverwrittenBeforeRead, read);
    }

    private int Seen(RecordedAccess read) => current.TryGetValue((read.Memory, read.Address), out var write)
        ? write.Version
        : read.Memory == EngineMemory.Constant ? -1 : AccessRecording.Never;

    private IEnumerable<ScheduleHazard> Write(RecordedAccess write, RecordedAccess[] reads)
    {
        // Registers have no port. The stream loads the input before the program starts, a word at a time.
        var isMemory = write.Memory != EngineMemory.Softmax && write.Instruction >= 0;
        if (isMemory && !ports.Add((write.Memory, true, write.Cycle)))
            yield return Hazard(HazardKind.PortTwice, write);
        if (reads.Any(read => (read.Memory, read.Address) == (write.Memory, write.Address)))
            yield return Hazard(HazardKind.ReadDuringWrite, write);
        if (current.TryGetValue((write.Memory, write.Address), out var before) && before.Version > write.Version)
            yield return Hazard(HazardKind.WriteOrder, write);
        else
            current[(write.Memory, write.Address)] = write;
    }

    private static ScheduleHazard Hazard(HazardKind kind, RecordedAccess access) =>
        new(kind, access.Memory, access.Address, access.Cycle, access.Instruction);
}
