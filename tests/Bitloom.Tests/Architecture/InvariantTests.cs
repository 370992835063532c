using System.Text.RegularExpressions;

namespace Bitloom.Tests.Architecture;

public sealed partial class InvariantTests
{
    private static readonly string[] IntegerProjects =
        ["Bitloom.Ir", "Bitloom.Interpreter", "Bitloom.Engine", "Bitloom.Hdl"];

    /// <summary>Scale metadata and its text form: the only floating point below the quantizer.</summary>
    private static readonly string[] ScaleMetadata =
    [
        "src/Bitloom.Ir/Graph/AffineScale.cs",
        "src/Bitloom.Ir/Text/GraphSyntax.cs",
        "src/Bitloom.Ir/Text/OperationParser.cs",
        "src/Bitloom.Ir/Verification/TensorRules.cs",
    ];

    [Fact]
    public void IntegerProjects_HaveNoFloatingPoint_OutsideScaleMetadata()
    {
        var places = SourceCode.Find(IntegerProjects, FloatingPoint());

        places.Where(place => !ScaleMetadata.Contains(place.Split(':')[0], StringComparer.Ordinal)).ShouldBeEmpty();
        places.ShouldNotBeEmpty("the search itself finds nothing, not even the scale");
    }

    [Fact]
    public void OnlyToolchain_StartsProcesses()
    {
        var places = SourceCode.Find(SourceCode.Projects(), ProcessUse());

        places.Where(place => !In(place, "Bitloom.Toolchain")).ShouldBeEmpty();
        places.ShouldNotBeEmpty();
    }

    [Fact]
    public void OnlyCliAndReporting_Print()
    {
        var places = SourceCode.Find(SourceCode.Projects(), ConsoleUse());

        places.Where(place => !In(place, "Bitloom.Cli") && !In(place, "Bitloom.Reporting")).ShouldBeEmpty();
        places.ShouldNotBeEmpty();
    }

    [Fact]
    public void Rounding_IsNeverThatOfTheRuntime()
    {
        SourceCode.Find(SourceCode.Projects(), RuntimeRounding()).ShouldBeEmpty();
    }

    [Fact]
    public void Sources_StayBelow400Lines()
    {
        var sources = Repository.Sources("src", "*.cs");

        var tooLong = sources.Where(path => Repository.Read(path).Count(c => c == '\n') > 400);

        sources.Length.ShouldBeGreaterThan(20);
        tooLong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var x = 1; // a double", false)]
    [InlineData("var x = \"double\";", false)]
    [InlineData("/* double\n */ int y;", false)]
    [InlineData("double x;", true)]
    [InlineData("var s = \"a\"; float y;", true)]
    [InlineData("var x = 1.5;", true)]
    [InlineData("var x = MathF.Sqrt(2);", true)]
    [InlineData("var range = values[1..5];", false)]
    public void FloatingPoint_IsFoundInCode_NotInWords(string source, bool expected)
    {
        FloatingPoint().IsMatch(SourceCode.WithoutTextAndComments(source)).ShouldBe(expected);
    }

    private static bool In(string place, string project) =>
        place.StartsWith($"src/{project}/", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b(?:float|double|decimal|System\.Single|System\.Double|MathF)\b|\b\d+\.\d+\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(
        @"\bProcessStartInfo\b|\bProcess\.(?:Start|GetProcess|GetCurrent)|\bnew Process\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProcessUse();

    [GeneratedRegex(
        @"(?<!Spectre\.)\bConsole\.\w|\bI?AnsiConsole\b|\bDebug\.Write|\bTrace\.Write",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(
        @"\bMathF?\.Round\b|\b(?:double|float|decimal)\.Round\b|\bMidpointRounding\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuntimeRounding();
}
