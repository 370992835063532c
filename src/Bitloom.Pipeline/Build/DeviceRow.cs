using Bitloom.Estimation;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>A device as <c>bitloom devices</c> lists it.</summary>
public sealed record DeviceRow(string Name, string Description, ResourceBudget Budget)
{
    /// <summary>All that its file says, with the sources.</summary>
    public Device? Details { get; init; }
}
