using Bitloom.Hdl;
using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// One engine, many models: what is loaded runs, in the cycles that were predicted, in GHDL and in Verilator. The loads
/// are offered while the window before them is still being taken.
/// </summary>
public sealed class LoadPortTests(LoadableEngine engine) : IClassFixture<LoadableEngine>
{
    [Fact]
    public async Task Engine_RunsItsOwnModel_WhenNothingIsLoaded()
    {
        await ShouldAgreeAsync("nothing", LoadSession.Empty.Playing(engine.BuiltIn, 3));
    }

    [Fact]
    public async Task Engine_RunsTheOtherModel_AndItsOwnAgain_AfterLoadsBetweenWindows()
    {
        var session = LoadSession.Empty
            .Playing(engine.BuiltIn, 2)
            .Loading(engine.Other.Load).Playing(engine.Other, 3)
            .Loading(engine.BuiltIn.Load).Playing(engine.BuiltIn, 2);

        await ShouldAgreeAsync("swap", session);
    }

    [Fact]
    public async Task Loads_LeaveWhatTheyDoNotName()
    {
        var sections = LoadImage.Sections(engine.Other.Program);
        var wordBytes = (engine.Other.Program.Images.Program.WordBits + 7) / 8;
        var session = LoadSession.Empty
            .Playing(engine.BuiltIn, 1)
            .Loading([.. sections[^1], .. sections[1], .. sections[0]])
            .Loading([.. sections[3], .. sections[4], .. sections[2]])
            .Loading([0, 0, 0, .. sections[0].Skip(3).Take(wordBytes)])
            .Loading(engine.BuiltIn.Load[..(3 + wordBytes - 1)])
            .Loading(engine.BuiltIn.Load[..2])
            .Playing(engine.Other, 2);

        await ShouldAgreeAsync("parts", session);
    }

    [Fact]
    public async Task Load_OfALargerMemory_IsCutAtTheDepth()
    {
        var program = engine.Other.Program;
        var epilogue = LoadImage.Sections(program)[2];
        var wordBytes = (program.Images.Epilogue.WordBits + 7) / 8;
        var excess = program.Parameters.Depths.Epilogue + 3;
        var session = LoadSession.Empty
            .Loading(engine.Other.Load)
            .Loading(
            [
                2, (byte)(excess - 1), (byte)((excess - 1) >> 8), .. epilogue.Skip(3),
                .. new byte[excess * wordBytes - (epilogue.Length - 3)], .. LoadImage.Sections(program)[^1],
            ])
            .Playing(engine.Other, 2);

        await ShouldAgreeAsync("excess", session);
    }

    [Fact]
    public async Task Bench_Fails_WhenOneLoadedByteIsWrong()
    {
        var load = engine.Other.Load.ToArray();
        load[LastEpilogueByte()] ^= 1;
        var session = LoadSession.Empty.Playing(engine.BuiltIn, 1).Loading([.. load]).Playing(engine.Other, 2);

        var runs = await engine.PlayAsync("corrupted", session);

        runs.ShouldAllBe(run => !run.Ok);
        runs.ShouldAllBe(run => run.Process.ExitCode != 0);
        runs.ShouldAllBe(run => run.Failure!.StartsWith("mismatch: window 1 element ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bench_Fails_WhenTheSizesOfTheWindowAreNotLoaded()
    {
        var sections = LoadImage.Sections(engine.Other.Program);
        var session = LoadSession.Empty
            .Loading([.. sections[..5].SelectMany(section => section)]).Playing(engine.Other, 2);

        var runs = await engine.PlayAsync("unsized", session);

        runs.ShouldAllBe(run => !run.Ok);
    }

    private async Task ShouldAgreeAsync(string name, LoadSession session)
    {
        var full = await engine.PlayAsync(name, session);
        var stalled = await engine.PlayAsync($"{name}-stalled", session, stallSeed: 5);

        foreach (var run in (RtlRun[])[.. full, .. stalled])
        {
            run.Ok.ShouldBeTrue(string.Join('\n', run.Process.LastLines));
            run.Beats.ShouldBe(session.Expected.Length);
        }

        foreach (var run in full)
            run.Cycles.ShouldBe(session.Cycles);
    }

    // The top bits of the last channel's offset: what comes out cannot be the same.
    private int LastEpilogueByte() => LoadImage.Sections(engine.Other.Program).Take(3).Sum(section => section.Length) - 1;
}
