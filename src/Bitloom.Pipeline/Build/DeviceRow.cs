using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>A device as <c>bitloom devices</c> lists it.</summary>
public sealed record DeviceRow(string Name, string Description, ResourceBudget Budget);
