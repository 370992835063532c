using Bitloom.Exploration;

namespace Bitloom.Studio;

/// <summary>A study in the list of all.</summary>
internal sealed record StudySummary(string Name, string Project, string Device, int Trials)
{
    public static StudySummary Of(StudyDefinition study) =>
        new(study.Name, study.Project, study.Device, study.Trials);
}
