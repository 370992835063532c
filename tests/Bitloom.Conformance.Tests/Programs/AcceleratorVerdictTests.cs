using System.Globalization;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// That the accelerator's bench can fail: on wrong expectations, on wrong contents, on nothing to check.
/// </summary>
public sealed class AcceleratorVerdictTests(SmallProgram small) : IClassFixture<SmallProgram>
{
    private readonly SimulatedProgram program = small.Program;

    [Fact]
    public async Task Bench_NamesWindowElementExpectedAndFound_WhenAnExpectationIsWrong()
    {
        const int wrong = 5; // element 1 of window 2
        var expected = program.Expected.ToArray();
        expected[wrong] ^= 1;

        var run = await program.PlayAsync(program.Inputs, expected);

        run.Ok.ShouldBeFalse();
        run.Process.ExitCode.ShouldNotBe(0);
        run.Failure.ShouldBe(
            $"mismatch: window 2 element 1 expected {Hex(expected[wrong])} found {Hex(program.Expected[wrong])}");
        run.Cycles.ShouldBe([program.Program.Schedule.Cycles, program.Program.Schedule.Cycles]);
        run.Beats.ShouldBe(0);
    }

    [Fact]
    public async Task Bench_Fails_WhenAWeightIsNotWhatWasCompiled()
    {
        var path = program.PathOf("memory/weight.hex");
        var contents = File.ReadAllText(path);
        File.WriteAllText(path, WithLastWordInverted(contents));

        var run = await program.PlayAsync(program.Inputs, program.Expected);
        File.WriteAllText(path, contents);

        run.Ok.ShouldBeFalse();
        run.Process.ExitCode.ShouldNotBe(0);
        run.Failure.ShouldNotBeNull().ShouldStartWith("mismatch: window ");
        run.Beats.ShouldBe(0);
    }

    [Fact]
    public async Task Bench_Fails_WithoutVectors()
    {
        var run = await program.PlayAsync([], []);

        run.Ok.ShouldBeFalse();
        run.Process.ExitCode.ShouldNotBe(0);
        run.Failure.ShouldBe("no vectors in vectors/full_expected.hex");
    }

    [Fact]
    public async Task Bench_Fails_WhenTheInputEndsEarly()
    {
        var run = await program.PlayAsync(program.Inputs[..^1], program.Expected);

        run.Ok.ShouldBeFalse();
        run.Process.ExitCode.ShouldNotBe(0);
        run.Failure.ShouldNotBeNull().ShouldStartWith("watchdog: no output beat for ");
    }

    private static string Hex(int element) => (element & 0xff).ToString("X2", CultureInfo.InvariantCulture);

    // The last word belongs to the last product: a difference there cannot be rounded away later.
    private static string WithLastWordInverted(string contents)
    {
        var start = contents.TrimEnd('\n').LastIndexOf('\n') + 1;
        var inverted = contents[start..].TrimEnd('\n').Select(Inverted);
        return $"{contents[..start]}{string.Concat(inverted)}\n";
    }

    private static string Inverted(char digit) =>
        (15 - int.Parse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            .ToString("x", CultureInfo.InvariantCulture);
}
