using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

public sealed class GraphVerifierTests
{
    [Fact]
    public void Verify_FindsNothing_OnValidGraphs()
    {
        var graphs = Enumerable.Range(0, 200).Select(seed => RandomGraphs.Create(seed)).Prepend(SmallGraph.Create());

        var violations = graphs.SelectMany(GraphVerifier.Verify).ToList();

        violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("input : 2 x 1 s8", "input : 2 x 0 s8", "input: has the shape 2 x 0; 1 to 32768 is possible for both")]
    [InlineData("input : 2 x 1 s8", "input : 2 x 1 s9", "input: has 9 bits; 2 to 8 are possible")]
    [InlineData("input : 2 x 1 s8", "input : 2 x 1 s1", "input: has 1 bits; 2 to 8 are possible")]
    [InlineData("input : 2 x 1 s8", "input : 2 x 1 s32", "input: has 32 bits; 2 to 8 are possible")]
    [InlineData("scale 0.05 zero -3", "scale 0 zero 0", "input: has the scale 0; it must be positive and finite")]
    [InlineData("scale 0.05 zero -3", "scale NaN zero 0", "input: has the scale NaN; it must be positive and finite")]
    public void Verify_ReportsATensor_ThatNoMemoryHolds(string from, string to, string expected) =>
        ShouldReport(from, to, expected);

    [Theory]
    [InlineData("zero -3 = input", "zero -3 = constant\n  values = 1 2", "graph: has 0 inputs instead of one")]
    [InlineData("query.weight", "key.weight", "graph: 'key.weight' is defined 2 times")]
    [InlineData("query", "a+b", "graph: 'a+b' is not a name: letters, digits, '_', '-', '.'")]
    [InlineData("-> output", "-> nothing", "graph: the output 'nothing' is not defined")]
    [InlineData("-> output", "-> nothing", "output: is neither used nor an output")]
    [InlineData("a = query", "a = context", "scores: reads 'context', which no earlier operation makes")]
    [InlineData("residual = positions", "residual = lost", "embedding: reads 'lost', which no earlier operation makes")]
    public void Verify_ReportsNames_ThatDoNotFit(string from, string to, string expected) =>
        ShouldReport(from, to, expected);

    [Theory]
    [InlineData("values = 3 -2 1 3", "values = 3 -2 1", "query.weight: has 3 values instead of 2 x 2")]
    [InlineData("values = 3 -2 1 3", "values = 3 -2 1 4", "query.weight: has the value 4 outside s3")]
    [InlineData("values = 3 -2 1 3", "values =", "query.weight: has no values")]
    public void Verify_ReportsAConstant_ThatDoesNotFit(string from, string to, string expected) =>
        ShouldReport(from, to, expected);

    [Theory]
    [InlineData("  multipliers = 300 -280", "  multipliers = 1 2 3",
        "embedding: has 3 multipliers; one or one a column (2) is possible")]
    [InlineData("  multipliers = 300 -280", "  multipliers =", "embedding: has no multipliers")]
    [InlineData("  multipliers = 300 -280", "  multipliers = 131072",
        "embedding: has 131072 among its multipliers; at most 18 bits are possible")]
    [InlineData("offsets = 1024 4096", "offsets = 1 2 3",
        "embedding: has 3 offsets; one or one a column (2) is possible")]
    [InlineData("offsets = 1024 4096", "offsets = 1 -140737488355329",
        "embedding: has -140737488355329 among its offsets; at most 48 bits are possible")]
    [InlineData("residual_multipliers = 512", "residual_multipliers = -131073",
        "embedding: has -131073 among its residual multipliers; at most 18 bits are possible")]
    [InlineData("residual_shift = 3", "residual_shift = -1",
        "embedding: shifts its residual by -1; 0 to 47 are possible")]
    [InlineData("residual_shift = 3", "residual_shift = 47",
        "embedding: has an epilogue that can leave 64 bits", false)]
    [InlineData("  shift = 14", "  shift = 0", "scores: shifts by 0; 1 to 47 are possible")]
    [InlineData("  shift = 14", "  shift = 48", "scores: shifts by 48; 1 to 47 are possible")]
    [InlineData("clamp = -4 3", "clamp = -5 3", "scores: clamps to -5 .. 3; a range within s3 is possible")]
    [InlineData("clamp = -4 3", "clamp = 1 0", "scores: clamps to 1 .. 0; a range within s3 is possible")]
    [InlineData("clamp = -4 3", "clamp = 0 0", "scores: clamps to 0 .. 0; a range within s3 is possible", false)]
    [InlineData("residual = positions", "residual = input", "embedding: has a residual of 2 x 1 for 2 x 2")]
    [InlineData("positions : 2 x 2", "positions : 3 x 2", "embedding: has a residual of 3 x 2 for 2 x 2")]
    public void Verify_ReportsAnEpilogue_ThatDoesNotFit(string from, string to, string expected, bool reported = true)
    {
        var found = Verify(from, to);

        found.Contains(expected).ShouldBe(reported, string.Join('\n', found));
    }

    [Fact]
    public void Verify_ReportsAnEpilogue_ThatLeaves64Bits()
    {
        var text = GraphPrinter.Print(SmallGraph.Create())
            .Replace("residual_multipliers = 512", "residual_multipliers = 131071")
            .Replace("residual_shift = 3", "residual_shift = 47");

        var found = GraphVerifier.Verify(GraphParser.Parse(text).Value!).Select(v => v.ToString());

        found.ShouldBe(["embedding: has an epilogue that can leave 64 bits"]);
    }

    [Theory]
    [InlineData("b = query\n", "b = probabilities\n",
        "context: has the unsigned B operand 'probabilities'; B must be signed")]
    [InlineData("a = input", "a = positions", "embedding: multiplies two constants")]
    [InlineData("a = query\n  b = key\n", "a = query.weight\n  b = key\n",
        "scores: has a constant operand in attention")]
    [InlineData("matmul scores\n  heads = 1", "matmul scores\n  heads = 0",
        "scores: has 0 heads; at least one is needed")]
    [InlineData("matmul scores\n  heads = 1", "matmul scores\n  heads = 2",
        "scores: has the shape 2 x 2 instead of 4 x 2")]
    [InlineData("matmul context\n  heads = 1", "matmul context\n  heads = 2",
        "context: has the shape 2 x 2 instead of 1 x 2")]
    [InlineData("matmul context\n  heads = 1", "matmul context\n  heads = 3",
        "context: cannot multiply 2 x 2 by 2 x 2 as AttentionContext with 3 heads")]
    [InlineData("matmul dense\n  heads = 1\n  a = input", "matmul dense\n  heads = 2\n  a = input",
        "embedding: cannot multiply 2 x 1 by 1 x 2 as Dense with 2 heads")]
    [InlineData("a = input", "a = pool", "embedding: reads 'pool', which no earlier operation makes")]
    [InlineData("b = query.weight", "b = embedding.weight",
        "query: cannot multiply 2 x 2 by 1 x 2 as Dense with 1 heads")]
    public void Verify_ReportsAProduct_ThatDoesNotFit(string from, string to, string expected) =>
        ShouldReport(from, to, expected);

    [Theory]
    [InlineData("scores = scores", "scores = positions", "probabilities: has the constant 'positions' as its scores")]
    [InlineData("scores : 2 x 2 s3", "scores : 2 x 2 u3", "probabilities: has unsigned scores; they must be signed")]
    [InlineData("probabilities : 2 x 2 u4", "probabilities : 2 x 2 s4",
        "probabilities: has a signed output; probabilities are unsigned")]
    [InlineData("probabilities : 2 x 2 u4", "probabilities : 2 x 3 u4",
        "probabilities: has the shape 2 x 3 instead of 2 x 2")]
    [InlineData("exponential_bits = 4", "exponential_bits = 13",
        "probabilities: has 13 exponential bits; 4 to 12 are possible")]
    [InlineData("exponential_bits = 4", "exponential_bits = 5", "probabilities: has E[0] = 15 instead of 31")]
    [InlineData("reciprocal_shift = 6", "reciprocal_shift = 5",
        "probabilities: has the reciprocal shift 5; 6 to 40 are possible")]
    [InlineData("reciprocal_shift = 6", "reciprocal_shift = 41",
        "probabilities: has the reciprocal shift 41; 6 to 40 are possible")]
    [InlineData("15 9 6 3 2 1 1 0", "15 9 6 3 2 1 1",
        "probabilities: has 7 exponentials for scores of 3 bits instead of 8")]
    [InlineData("15 9 6 3 2 1 1 0", "15 9 6 3 2 1 1 -1", "probabilities: has a negative exponential")]
    [InlineData("15 9 6 3 2 1 1 0", "15 9 6 3 2 1 2 0", "probabilities: has exponentials that increase")]
    [InlineData("exponentials = 15 9 6 3 2 1 1 0", "exponentials =", "probabilities: has no exponentials")]
    public void Verify_ReportsASoftmax_ThatDoesNotFit(string from, string to, string expected) =>
        ShouldReport(from, to, expected);

    [Fact]
    public void Require_NamesThePassAndTheViolations_OnAnInvalidGraph()
    {
        var graph = SmallGraph.Create() with { Outputs = ["nothing"] };

        var fault = Should.Throw<CompilerBugException>(() => GraphVerifier.Require(graph, "ShuffleHeads"));

        fault.Message.ShouldStartWith(
            "graph after ShuffleHeads: output: is neither used nor an output; "
            + "graph: the output 'nothing' is not defined (");
    }

    private static void ShouldReport(string from, string to, string expected) =>
        Verify(from, to).ShouldContain(message => message == expected);

    private static List<string> Verify(string from, string to)
    {
        var text = GraphPrinter.Print(SmallGraph.Create());
        text.ShouldContain(from);
        var changed = GraphParser.Parse(text.Replace(from, to));
        return [.. GraphVerifier.Verify(changed.Value!).Select(violation => violation.ToString())];
    }
}
