using System.Globalization;

namespace Bitloom.Ir;

/// <summary>Collects violations; a rule states what must hold and what to say when it does not.</summary>
internal sealed class Violations
{
    private readonly List<Violation> found = [];

    public IReadOnlyList<Violation> Found => found;

    public bool Require(bool holds, string place, FormattableString message)
    {
        if (!holds)
            found.Add(new(place, message.ToString(CultureInfo.InvariantCulture)));
        return holds;
    }
}
