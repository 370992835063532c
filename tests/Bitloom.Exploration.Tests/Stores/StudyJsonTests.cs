using System.Collections.Immutable;
using Bitloom.Projects;
using CsCheck;

namespace Bitloom.Exploration.Tests.Stores;

public sealed class StudyJsonTests
{
    private static readonly double[] Special =
        [0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue];

    private static readonly Gen<double> Number =
        Gen.OneOf(Gen.Double, Gen.Int[0, Special.Length - 1].Select(index => Special[index]));

    // Half a surrogate pair is no text in any encoding.
    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Char['\0', '~'], Gen.Char['\u00a0', '\ud7ff']).Array[0, 8].Select(letters => new string(letters));

    private static readonly Gen<PointVerification?> Verification = Gen.OneOf(
        Gen.Const((PointVerification?)null),
        Gen.Select(Gen.Int, Gen.Int, Text, (windows, differences, report) =>
            (PointVerification?)new PointVerification(windows, differences, report.Length == 0 ? null : report)));

    private static readonly Gen<TrialPoint> Point = Gen.Select(
        Gen.Dictionary(Gen.Enum<Measure>(), Number)[0, 5], Gen.Dictionary(Text, Gen.Int)[0, 4],
        Gen.Dictionary(Text, Text)[0, 4], Number, Verification,
        (measures, bits, settings, excess, verification) => new TrialPoint(
            measures.ToImmutableSortedDictionary(), bits.ToImmutableSortedDictionary(),
            settings.ToImmutableSortedDictionary(), excess, verification));

    private static readonly Gen<TrialResult> Result = Gen.Select(
        Point.Array[0, 3], Gen.Int, Number, Text,
        (points, epochs, seconds, fault) =>
            new TrialResult([.. points], epochs, seconds, fault.Length == 0 ? null : fault));

    [Fact]
    public void Results_AreReadAsTheyWere_Whatever() =>
        Result.Sample(
            result => ExampleStudy.Describe(StudyJson.Parse<TrialResult>(StudyJson.Print(result)))
                .ShouldBe(ExampleStudy.Describe(result)),
            seed: "0000KOIPe5h1", iter: 500, threads: 1);

    [Fact]
    public void Result_IsWrittenOnOneLine_WithNamesInCamelCase()
    {
        var result = ExampleStudy.Result(0.5);

        StudyJson.Print(result with { Points = result.Points[..1] }).Replace('"', '\'').ShouldBe(
            "{'points':[{'measures':{'error':0.5,'lutMemory':'NaN'},'bits':{'block0.query':3},"
            + "'settings':{'quantization.bits':'3'},'excess':'Infinity','verification':null,'testScore':null}],"
            + "'epochs':7,'seconds':1.5,'fault':null}");
    }
}
