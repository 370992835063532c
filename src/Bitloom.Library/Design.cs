using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom;

/// <summary>
/// The settings so far, as the project that they make: every step gives a section, and the project reader judges the
/// whole, so that a library's caller is told the same as the writer of a project file.
/// </summary>
internal sealed record Design(
    string Folder, ImmutableArray<KeyValuePair<string, string>> Settings, Project Project, ITaskData Data,
    ImmutableArray<Diagnostic> Warnings)
{
    /// <summary>Reads the data that the settings name.</summary>
    /// <exception cref="BitloomException">The settings, or the data, cannot be used.</exception>
    public static Design Read(string folder, ImmutableArray<KeyValuePair<string, string>> settings)
    {
        var project = BitloomException.ValueOf(ProjectReader.Of(folder, settings));
        var data = TaskDataReader.Read(project.Data);
        return new(folder, settings, project, BitloomException.ValueOf(data), [.. data.Diagnostics]);
    }

    /// <summary>The design with one more section.</summary>
    /// <exception cref="BitloomException">The section's keys cannot be used.</exception>
    public Design With(string section, SectionSettings settings) => With(settings.In(section));

    /// <inheritdoc cref="With(string, SectionSettings)"/>
    public Design With(params ImmutableArray<KeyValuePair<string, string>> settings)
    {
        ImmutableArray<KeyValuePair<string, string>> all = [.. Settings, .. settings];
        return this with { Settings = all, Project = BitloomException.ValueOf(ProjectReader.Of(Folder, all)) };
    }
}
