using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

/// <summary>That a simulator in the cache is used only when it is whole.</summary>
public sealed class VerilatorCacheTests : IDisposable
{
    private const string Build = """
        mkdir -p objects; printf '%s\n' '#!/bin/sh' 'echo simulated' >objects/simulate-top; chmod +x objects/*
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Simulator_IsBuiltOnce()
    {
        var verilator = await WithAsync(Build);

        (await BuildAsync(verilator)).ShouldNotBeNull().Ok.ShouldBeTrue();
        (await BuildAsync(verilator)).ShouldBeNull();

        verilator.IsBuilt.ShouldBeTrue();
        Directory.GetDirectories(_folder["simulators"]).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#!/bin/sh\necho simul")]
    public async Task Simulator_IsBuiltAgain_WhenItIsNotAsItWasBuilt(string content)
    {
        var verilator = await WithAsync(Build);
        await BuildAsync(verilator);
        await File.WriteAllTextAsync(verilator.SimulatorPath, content, TestContext.Current.CancellationToken);

        verilator.IsBuilt.ShouldBeFalse();
        (await BuildAsync(verilator)).ShouldNotBeNull();

        verilator.IsBuilt.ShouldBeTrue();
        var run = await verilator.RunAsync(
            _folder.Path, [], "run.log", cancellation: TestContext.Current.CancellationToken);
        run.LastLines.ShouldBe(["simulated"]);
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("mkdir objects; echo half >objects/simulate-top; exit 1")]
    public async Task Cache_StaysEmpty_WhenNoWholeSimulatorWasBuilt_AndCanBeFilledLater(string script)
    {
        await BuildAsync(await WithAsync(script));

        Directory.GetDirectories(_folder["simulators"]).ShouldBeEmpty();
        var verilator = await WithAsync(Build);
        await BuildAsync(verilator);
        verilator.IsBuilt.ShouldBeTrue();
    }

    private static Task<ProcessResult?> BuildAsync(Verilator verilator) =>
        verilator.BuildAsync(TestContext.Current.CancellationToken);

    private async Task<Verilator> WithAsync(string script)
    {
        Directory.CreateDirectory(_folder["simulators"]);
        var tool = ExternalTools.Verilator with
        {
            Executable = await FakeTool.WriteAsync(_folder["verilator"], script),
        };
        var sources = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("top.v", "module top; endmodule")]);
        return new("top", sources, _folder.Path, tool, _folder["simulators"]);
    }
}
