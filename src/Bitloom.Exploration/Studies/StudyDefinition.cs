using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What a study is: processes that open the same one work on it together.</summary>
/// <param name="Name">Of the study; several may be in one store.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Device">The FPGA's name.</param>
/// <param name="Objectives">What is made small.</param>
/// <param name="Parameters">Keys of the project file that vary.</param>
/// <param name="Trials">How many there will be in all.</param>
/// <param name="Text">
/// Everything that decides a trial's settings and results, one item a line: a study with another text is another study.
/// </param>
public sealed record StudyDefinition(
    string Name,
    string Project,
    string Device,
    ImmutableArray<Measure> Objectives,
    ImmutableArray<string> Parameters,
    int Trials,
    string Text);
