using System.Collections.Concurrent;

namespace Bitloom.Cli;

/// <summary>The unit of each bar, for its rate: the bars themselves have no place for it.</summary>
internal sealed class StageUnits
{
    private readonly ConcurrentDictionary<int, string> _units = new();

    public string this[int bar]
    {
        get => _units.GetValueOrDefault(bar, "");
        set => _units[bar] = value;
    }
}
