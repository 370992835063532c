namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The benches of the engine's parts, on arrays of several shapes.</summary>
public sealed class EngineBenchTests(RtlLibrary rtl)
{
    [Theory]
    [InlineData("rows_g=6 columns_g=3 element_bits_g=8 address_bits_g=9 count_bits_g=6 seed_g=1")]
    [InlineData("rows_g=1 columns_g=1 element_bits_g=2 address_bits_g=4 count_bits_g=4 seed_g=2")]
    [InlineData("rows_g=12 columns_g=6 element_bits_g=6 address_bits_g=13 count_bits_g=10 seed_g=3")]
    public async Task Sequencer_IssuesTheLoopsOfItsProgram_InEveryCycle(string generics)
    {
        var run = await rtl.RunAsync("sequencer_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=6 columns_g=3 lanes_g=1 seed_g=1")]
    [InlineData("rows_g=4 columns_g=4 lanes_g=2 seed_g=2")]
    [InlineData("rows_g=1 columns_g=1 lanes_g=1 seed_g=3")]
    [InlineData("rows_g=12 columns_g=6 lanes_g=3 address_bits_g=12 seed_g=4")]
    [InlineData("rows_g=5 columns_g=5 lanes_g=5 seed_g=5")]
    public async Task DrainControl_WalksColumnsAndGroups_BackToBackAndPaused(string generics)
    {
        var run = await rtl.RunAsync("drain_control_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=6 columns_g=3 lanes_g=1 a_bits_g=9 b_bits_g=8 accumulator_bits_g=21 seed_g=1")]
    [InlineData("rows_g=4 columns_g=4 lanes_g=2 a_bits_g=5 b_bits_g=4 accumulator_bits_g=12 pairs_g=8 seed_g=2")]
    [InlineData("rows_g=1 columns_g=1 lanes_g=1 a_bits_g=3 b_bits_g=2 accumulator_bits_g=8 singles_g=0 seed_g=3")]
    [InlineData("rows_g=12 columns_g=6 lanes_g=3 a_bits_g=7 b_bits_g=6 accumulator_bits_g=12 pairs_g=30 seed_g=4")]
    [InlineData("rows_g=4 columns_g=2 lanes_g=1 a_bits_g=9 b_bits_g=8 accumulator_bits_g=21 pairs_g=3 singles_g=1")]
    [InlineData("rows_g=6 columns_g=3 lanes_g=3 a_bits_g=5 b_bits_g=4 accumulator_bits_g=13 pairs_g=4 inside_g=true")]
    [InlineData("rows_g=4 columns_g=4 lanes_g=4 a_bits_g=7 b_bits_g=6 accumulator_bits_g=17 pairs_g=8 inside_g=true")]
    public async Task MacArray_SumsProducts_WhileTheTileBeforeIsRead(string generics)
    {
        var run = await rtl.RunAsync("mac_array_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=6 columns_g=3 lanes_g=1 element_bits_g=8 seed_g=1")]
    [InlineData("rows_g=4 columns_g=4 lanes_g=2 element_bits_g=4 seed_g=2")]
    [InlineData("rows_g=1 columns_g=1 lanes_g=1 element_bits_g=2 seed_g=3")]
    [InlineData("rows_g=12 columns_g=6 lanes_g=3 element_bits_g=6 seed_g=4")]
    [InlineData("rows_g=8 columns_g=2 lanes_g=2 element_bits_g=5 seed_g=5")]
    public async Task WriteBack_PresentsEveryWordOnce_InAllLayouts(string generics)
    {
        var run = await rtl.RunAsync("write_back_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=6 lanes_g=1 element_bits_g=8 probability_bits_g=8 exponential_bits_g=8 keys_g=6 seed_g=1")]
    [InlineData("rows_g=4 lanes_g=2 element_bits_g=8 probability_bits_g=2 exponential_bits_g=8 keys_g=2 seed_g=2")]
    [InlineData("rows_g=1 lanes_g=1 element_bits_g=8 probability_bits_g=8 exponential_bits_g=8 keys_g=1 seed_g=3")]
    [InlineData("rows_g=12 lanes_g=3 element_bits_g=6 probability_bits_g=6 exponential_bits_g=10 keys_g=12 seed_g=4")]
    [InlineData("rows_g=4 lanes_g=4 element_bits_g=4 probability_bits_g=4 exponential_bits_g=12 keys_g=24 seed_g=5")]
    public async Task Softmax_KeepsItsPhases_AndDividesItsSums(string generics)
    {
        var run = await rtl.RunAsync("softmax_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=6 lanes_g=2 element_bits_g=8 seed_g=1")]
    [InlineData("rows_g=4 lanes_g=4 element_bits_g=2 seed_g=2")]
    [InlineData("rows_g=1 lanes_g=1 element_bits_g=5 seed_g=3")]
    public async Task RowMaxima_AreThoseOfTheScores_DrainedLast(string generics)
    {
        var run = await rtl.RunAsync("row_maxima_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=4 element_bits_g=8 window_g=6 features_g=3")]
    [InlineData("rows_g=6 element_bits_g=6 window_g=24 features_g=1")]
    [InlineData("rows_g=1 element_bits_g=2 window_g=1 features_g=1")]
    [InlineData("rows_g=12 element_bits_g=8 window_g=6 features_g=7")]
    public async Task StreamInput_PlacesEveryElement_AtFullSpeedAndStalled(string generics)
    {
        var full = await rtl.RunAsync("stream_input_tb", generics);
        var stalled = await rtl.RunAsync("stream_input_tb", $"{generics} stalled_g=true seed_g=2");

        full.ShouldPass();
        stalled.ShouldPass();
    }

    [Theory]
    [InlineData("program_bits_g=45 weight_bits_g=8 epilogue_bits_g=17 count_bits_g=9")]
    [InlineData("program_bits_g=8 weight_bits_g=1 epilogue_bits_g=3 count_bits_g=4")]
    [InlineData("program_bits_g=188 weight_bits_g=48 epilogue_bits_g=73 count_bits_g=12")]
    public async Task Loader_WritesEveryWord_AtFullSpeedAndStalled(string generics)
    {
        var full = await rtl.RunAsync("loader_tb", generics);
        var stalled = await rtl.RunAsync("loader_tb", $"{generics} stalled_g=true seed_g=2");

        full.ShouldPass();
        stalled.ShouldPass();
    }

    [Theory]
    [InlineData("clocks_per_bit_g=16 element_bits_g=5 inputs_g=6 seed_g=1")]
    [InlineData("clocks_per_bit_g=8 element_bits_g=8 inputs_g=1 seed_g=2")]
    [InlineData("clocks_per_bit_g=25 element_bits_g=2 inputs_g=17 seed_g=3")]
    public async Task UartFrames_AnswersEveryFrame_GoodOrBad(string generics)
    {
        using var folder = new TemporaryFolder();
        var description = Path.Combine(folder.Path, "description.hex");
        BenchVectors.WriteMemory(description, width: 8, words: 16, seed: 4);

        var fixedModel = await rtl.RunAsync(
            "uart_frames_tb", $"{generics} loadable_g=false description_file_g={description}");
        var loadable = await rtl.RunAsync("uart_frames_tb", $"{generics} description_file_g={description}");

        fixedModel.ShouldPass();
        loadable.ShouldPass();
    }

    [Theory]
    [InlineData("loadable_memory_tb", "loadable_g=false")]
    [InlineData("loadable_memory_tb", "loadable_g=true")]
    [InlineData("loadable_memory_tb", "loadable_g=false registered_g=true")]
    [InlineData("loadable_memory_tb", "loadable_g=true registered_g=true")]
    [InlineData("weight_memory_tb", "loadable_g=false")]
    [InlineData("weight_memory_tb", "loadable_g=true")]
    public async Task Memory_OfParts_IsOneMemory(string bench, string generics)
    {
        using var folder = new TemporaryFolder();

        var run = await rtl.RunAsync(bench, $"{generics} file_g={BenchVectors.WriteParts(folder.Path, bench)}");

        run.ShouldPass();
    }

    [Theory]
    [InlineData("rows_g=4 element_bits_g=8")]
    [InlineData("rows_g=1 element_bits_g=2")]
    [InlineData("rows_g=12 element_bits_g=6")]
    public async Task StreamOutput_OffersEveryElement_AtFullSpeedAndStalled(string generics)
    {
        var full = await rtl.RunAsync("stream_output_tb", generics);
        var stalled = await rtl.RunAsync("stream_output_tb", $"{generics} stalled_g=true seed_g=2");

        full.ShouldPass();
        stalled.ShouldPass();
    }
}
