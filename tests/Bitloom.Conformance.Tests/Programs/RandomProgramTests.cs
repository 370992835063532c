using Bitloom.Engine;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// Random graphs on random engines: the RTL in GHDL equals the interpreter, and the predicted cycles hold. Many more
/// programs, on fewer engines, are in <see cref="Fuzzing.CampaignTests"/>.
/// </summary>
public sealed class RandomProgramTests
{
    private const int Windows = 3;

    [Theory]
    [InlineData(1, 4, 4, 1)]
    [InlineData(3, 6, 3, 3)]
    [InlineData(4, 4, 2, 2)]
    [InlineData(5, 3, 3, 1)]
    [InlineData(7, 1, 1, 1)]
    [InlineData(8, 12, 4, 2)]
    [InlineData(10, 5, 5, 5)]
    [InlineData(11, 12, 6, 3)]
    [InlineData(13, 6, 6, 2)]
    public async Task Rtl_EqualsTheInterpreter_OnRandomPrograms(int seed, int t, int g, int r)
    {
        using var program = new SimulatedProgram(
            RandomGraphs.Create(seed), new EngineShape(t, g, r), Windows, seed);

        await program.ShouldAgreeAsync(Windows);
    }
}
