using Bitloom.Engine;

namespace Bitloom.Conformance.Tests.Fuzzing;

/// <summary>
/// What random programs have found, made small, one file a cause in tests/Bitloom.Fuzzing/Regressions: cases that all
/// implementations must answer alike, or, where the name begins with the code of a diagnostic, that must be refused.
/// </summary>
public sealed class RegressionTests
{
    private const string Code = "ENGINE";

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Regressions");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Case_IsAnsweredAlikeOrRefused(string file)
    {
        var @case = ProgramCaseText.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        var compiled = EngineCompiler.Compile(@case.Graph, EngineOptions.Pinned(@case.Shape));

        var failure = await CaseShrinker.FailsAsync(@case, TestContext.Current.CancellationToken);

        failure.ShouldBeNull();
        compiled.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct()
            .ShouldBe(file.StartsWith(Code, StringComparison.Ordinal) ? [file.Split('-')[0]] : []);
    }
}
