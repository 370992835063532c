using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>Proposals that are being made one after the other, and what keeps them from being made twice.</summary>
internal sealed class Batch(SamplerState state)
{
    private const int Redraws = 100;

    private readonly bool _isFinite = state.Space.All(parameter => parameter.Range is null);
    private readonly HashSet<string> _tried =
        [.. state.Finished.Select(trial => Exploration.Settings.Identity(state.Space, trial.Settings))];

    private readonly List<ImmutableSortedDictionary<string, string>> _settings = [];

    public IReadOnlyList<ImmutableSortedDictionary<string, string>> Settings => _settings;

    /// <summary>Takes what is new from an endless sequence of positions.</summary>
    public IReadOnlyList<ImmutableSortedDictionary<string, string>> Fill(int count, IEnumerable<double[]> draws)
    {
        if (state.Space.IsEmpty)
            return state.Generation == 0 ? [Exploration.Settings.At(state.Space, [])] : [];
        using var next = draws.GetEnumerator();
        while (_settings.Count < count)
            Add(New(next));
        return _settings;
    }

    private void Add(ImmutableSortedDictionary<string, string> settings)
    {
        _settings.Add(settings);
        _tried.Add(Identity(settings));
    }

    private ImmutableSortedDictionary<string, string> New(IEnumerator<double[]> draws)
    {
        var settings = Draw(draws);
        for (var i = 0; i < Redraws && IsTried(settings); i++)
            settings = Draw(draws);
        return _isFinite ? FirstUntried(settings) : settings;
    }

    /// <summary>Of more settings in a row than were tried one is new, unless the row comes round.</summary>
    private ImmutableSortedDictionary<string, string> FirstUntried(ImmutableSortedDictionary<string, string> settings)
    {
        var candidate = settings;
        for (var i = 0; i < _tried.Count && IsTried(candidate); i++)
            candidate = Exploration.Settings.Successor(state.Space, candidate);
        return IsTried(candidate) ? settings : candidate;
    }

    private ImmutableSortedDictionary<string, string> Draw(IEnumerator<double[]> draws) =>
        draws.MoveNext()
            ? Exploration.Settings.At(state.Space, draws.Current)
            : throw new InvalidOperationException("A sampler's draws have ended.");

    private bool IsTried(ImmutableSortedDictionary<string, string> settings) => _tried.Contains(Identity(settings));

    private string Identity(ImmutableSortedDictionary<string, string> settings) =>
        Exploration.Settings.Identity(state.Space, settings);
}
