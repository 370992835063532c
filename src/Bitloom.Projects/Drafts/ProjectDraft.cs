using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>A project file that can be built, not yet written.</summary>
/// <param name="Folder">Where it will stand.</param>
/// <param name="Text">Its content.</param>
/// <param name="Profile">The columns of the CSV file; null for recordings in other forms.</param>
/// <param name="Used">What each column is used as; columns that are not used are not in it.</param>
/// <param name="Notes">What was decided, a sentence each.</param>
public sealed record ProjectDraft(
    string Folder, string Text, TableProfile? Profile, ImmutableDictionary<string, string> Used,
    ImmutableArray<string> Notes)
{
    /// <summary>The draft that a text, which can be built, is the file of.</summary>
    internal static Checked<ProjectDraft> Of(
        DraftRequest request, Checked<string> text, TableProfile? profile = null,
        ImmutableDictionary<string, string>? used = null, params ImmutableArray<string> notes) => text.Ok
            ? Checked.Success(
                new ProjectDraft(
                    request.Folder, text.Value, profile, used ?? ImmutableDictionary<string, string>.Empty, notes),
                text.Diagnostics)
            : Checked.Failure<ProjectDraft>(text.Diagnostics);

    /// <summary>The project file's path.</summary>
    public string ProjectPath => Path.Combine(Folder, ProjectReader.FileName);

    /// <summary>The path of the schema beside it.</summary>
    public string SchemaPath => Path.Combine(Folder, ProjectSchema.FileName);

    /// <summary>Writes both files, and makes the folder when necessary.</summary>
    public void Write()
    {
        AtomicFile.Write(SchemaPath, ProjectSchema.Text);
        AtomicFile.Write(ProjectPath, Text);
    }
}
