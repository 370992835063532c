namespace Bitloom.Reporting;

/// <summary>Names each resource of which the accelerator takes more than the device has.</summary>
public sealed class DeviceFitRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "deviceFit";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Resources is not { } resources)
            return [];
        var over = ResourceUse.Of(resources).Where(use => use.Taken > use.Available).ToArray();
        return over.Length == 0 ? [Fits(resources)] : over.Select(use => Exceeds(resources.Device, use));
    }

    private Finding Fits(ResourceSection resources)
    {
        var tightest = ResourceUse.Tightest(resources);
        var room = tightest is null ? "" : $": {NumberText.Percent(tightest.Share)} of its {tightest.Name}";
        return new Finding(FindingLevel.Good, Name, $"The accelerator fits the {resources.Device}{room}.");
    }

    private Finding Exceeds(string device, ResourceUse use) => new(
        FindingLevel.Warning, Name,
        $"The accelerator does not fit the {device}: it takes {NumberText.Number(use.Taken)} {use.Name}, " +
        $"the device has {NumberText.Number(use.Available)} " +
        $"({NumberText.Number(use.Taken - use.Available)} too many).");
}
