using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class ScheduleTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    // Input 2 elements, START 2, a tile of the least 6 cycles with drain slots 7 and 8, whose word is presented in 15;
    // END from 16.
    [Fact]
    public void Cycles_AreThoseOfTheContract_ForOneProduct()
    {
        var program = Programs.Compile(SmallGraphs.OneProduct(), new(2, 1, 1));

        program.Schedule.Instructions.Select(i => (i.Delay, i.TileCycles, i.Start, i.End))
            .ShouldBe([(0, 6, 0L, 6L), (10, 1, 16L, 16L)]);
        program.Schedule.Cycles.ShouldBe(
            2 + PipelineLatencies.Start + 16 + PipelineLatencies.Finish + PipelineLatencies.OutputInterval);
    }

    // K = 4 steps. The first word of d = 4 columns x 1 group is in slot 10: presented in 16, read from 17 on; a column a
    // cycle follows, just in time for a step a cycle.
    [Fact]
    public void Delay_IsTheLeast_WithWhichAProductReadsTheOneBefore()
    {
        var graph = SmallGraphs.Graph(
            "two",
            SmallGraphs.Input(2, 4),
            SmallGraphs.Constant("first.weight", 4, 4),
            SmallGraphs.Product("first", 2, 4, "input", "first.weight"),
            SmallGraphs.Constant("output.weight", 4, 2),
            SmallGraphs.Product("output", 2, 2, "first", "output.weight"));

        var program = Programs.Compile(graph, new(4, 4, 2));

        program.Schedule.Instructions[1].Start.ShouldBe(18);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SimulatedCycles_EqualThePredictedOnes(int seed)
    {
        var graph = RandomGraphs.Create(seed);
        var program = Programs.Compile(graph, new(4, 2, 1));

        var simulated = EngineSimulator.Run(program, RandomGraphs.Input(graph, seed));

        simulated.Cycles.ShouldBe(program.Schedule.Cycles);
    }

    [Fact]
    public void Verify_ReportsEveryDelay_ThatIsOneTooShort()
    {
        var tried = 0;
        foreach (var program in RandomPrograms())
        {
            var delayed = Enumerable.Range(0, program.Instructions.Length - 1)
                .Where(index => program.Instructions[index].Fields.Delay > 0);
            foreach (var index in delayed)
            {
                ScheduleVerifier.Verify(Hurried(program, index)).ShouldNotBeEmpty();
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Verify_FindsNothing_InCompiledPrograms()
    {
        foreach (var program in RandomPrograms())
            ScheduleVerifier.Verify(program).ShouldBeEmpty();
    }

    [Fact]
    public void Softmax_LooksUpOnlyWordsOfItsTable_WhateverAnEarlierInferenceLeft()
    {
        foreach (var program in RandomPrograms())
        {
            var lookups = new TableLookups();
            EngineSimulator.Run(program, new int[program.Parameters.Inputs], lookups, remains: 1);

            lookups.Addresses.Min().ShouldBeGreaterThanOrEqualTo(0);
            lookups.Addresses.Max().ShouldBeLessThan(program.Parameters.Depths.Exponential);
        }
    }

    [Fact]
    public void Verify_FindsEveryKindOfHazard_OverTheSeeds()
    {
        var kinds = new HashSet<HazardKind>();

        foreach (var program in RandomPrograms())
        {
            var rushed = WithInstructions(program, fields => fields with { Delay = 0 });
            var piled = WithInstructions(
                program, fields => fields with { Delay = 0, TileCycles = 1, DestinationBase = 0 });
            kinds.UnionWith(ScheduleVerifier.Verify(rushed).Select(hazard => hazard.Kind));
            kinds.UnionWith(ScheduleVerifier.Verify(piled).Select(hazard => hazard.Kind));
        }

        kinds.Order().ShouldBe(Enum.GetValues<HazardKind>());
    }

    [Fact]
    public void Simulator_GivesAnotherResult_WhenAReadComesBeforeItsWrite()
    {
        var graph = SmallGraphs.Encoder();
        var program = Programs.Compile(graph, new(6, 3, 1));
        int[] input = [1, -1, 2, 0, 1, 1];
        var query = program.MemoryMap.Single(entry => entry.Tensor == "query");

        var rushed = EngineSimulator.Run(WithInstructions(program, fields => fields with { Delay = 0 }), input);

        rushed.Tensor(query, signed: true).ShouldNotBe(EngineSimulator.Run(program, input).Tensor(query, signed: true));
    }

    private static IEnumerable<EngineProgram> RandomPrograms() => Enumerable.Range(0, 65)
        .Select(seed => Programs.Compile(RandomGraphs.Create(seed), Programs.Shapes[seed % Programs.Shapes.Length]));

    private static EngineProgram Hurried(EngineProgram program, int index)
    {
        var hurried = program.Instructions[index].Fields;
        return WithInstructions(program, fields =>
            ReferenceEquals(fields, hurried) ? fields with { Delay = fields.Delay - 1 } : fields);
    }

    private static EngineProgram WithInstructions(EngineProgram program, Func<Instruction, Instruction> change)
    {
        var words = program.Instructions.Select(i => InstructionLayout.Encode(change(i.Fields), program.Parameters));
        var image = program.Images.Program with { Words = [.. words] };
        return program with { Images = program.Images with { Program = image } };
    }

    private sealed class TableLookups : IEngineObserver
    {
        public List<int> Addresses { get; } = [];

        public void Read(EngineMemory memory, int address, long cycle, int instruction)
        {
            if (memory == EngineMemory.Exponential)
                Addresses.Add(address);
        }

        public void Write(EngineMemory memory, int address, long cycle, int instruction)
        {
        }

        public void Drain(long accept, long first, long end, int instruction)
        {
        }
    }
}
