using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

/// <summary>What the verifier demands of tables, normalizations and outputs, each with its text.</summary>
public sealed class FurtherOperationRuleTests
{
    private const string Valid = """
        graph "further" -> y, t

        x : 2 x 4 s4 scale 1 zero 0 = input

        y : 2 x 4 s5 scale 1 zero 0 = norm layer
          x = x
          gain = 331776
          epsilon = 1
          shift = 6

        t : 2 x 4 u3 scale 1 zero 0 = lookup
          x = x
          table = 0 1 2 3 4 5 6 7 7 6 5 4 3 2 1 0
        """;

    [Fact]
    public void Verify_FindsNothing_AndThePrintIsTheText() =>
        (Violations(Valid), GraphPrinter.Print(Parse(Valid))).ShouldBe(("", Valid + "\n"));

    [Theory]
    [InlineData("y : 2 x 4 s5", "y : 2 x 4 u5", "y: has an unsigned output; it must be signed")]
    [InlineData("y : 2 x 4 s5", "y : 4 x 2 s5", "y: has the shape 4 x 2 instead of 2 x 4")]
    [InlineData("gain = 331776", "gain = 0", "y: has the gain 0; 1 to 4611686018427387903 are possible")]
    [InlineData("epsilon = 1", "epsilon = 0", "y: has the epsilon 0; 1 to 1073741824 are possible")]
    [InlineData("shift = 6", "shift = 0", "y: shifts by 0; 1 to 40 are possible")]
    [InlineData("shift = 6", "shift = 41", "y: shifts by 41; 1 to 40 are possible")]
    [InlineData("gain = 331776", "gain = 281474976710656",
        "y: has reciprocal roots of up to 25 bits; at most 24 bits are possible")]
    [InlineData("t : 2 x 4 u3", "t : 1 x 8 u3", "t: has the shape 1 x 8 instead of 2 x 4")]
    [InlineData("table = 0 1", "table = 0", "t: has 15 entries for elements of 4 bits instead of 16")]
    [InlineData("table = 0 1", "table = 8 1", "t: has the entry 8 outside u3")]
    [InlineData("table = 0 1 2 3 4 5 6 7 7 6 5 4 3 2 1 0", "table =", "t: has no table")]
    [InlineData("-> y, t", "-> y, t, y", "graph: the output 'y' is named 2 times")]
    [InlineData("-> y, t", "-> y", "t: is neither used nor an output")]
    [InlineData("-> y, t", "-> y, t, z", "graph: the output 'z' is not defined")]
    public void Verify_Reports_WhatDoesNotFit(string from, string to, string expected) =>
        Violations(Valid.Replace(from, to)).ShouldBe(expected);

    [Fact]
    public void Verify_Reports_DeviationsThatTheMultiplierDoesNotTake()
    {
        var wide = Valid.Replace("2 x 4", "2 x 600").Replace("x : 2 x 600 s4", "x : 2 x 600 s8")
            .Replace("table = 0 1 2 3 4 5 6 7 7 6 5 4 3 2 1 0", "table = " + string.Join(' ', new int[256]));

        Violations(wide).ShouldBe("y: has deviations of up to 19 bits; at most 18 bits are possible");
    }

    [Fact]
    public void Verify_Reports_ConstantOperands()
    {
        var constant = Valid.Replace("x = x", "x = c").Replace(
            "y : ", "c : 2 x 4 s4 scale 1 zero 0 = constant\n  values = 0 0 0 0 0 0 0 0\n\ny : ");

        Violations(constant.Replace("-> y, t", "-> y, t, x"))
            .ShouldBe("y: normalizes the constant 'c'; t: looks up the constant 'c'");
    }

    private static string Violations(string text) => string.Join("; ", GraphVerifier.Verify(Parse(text)));

    private static IntegerGraph Parse(string text)
    {
        var parsed = GraphParser.Parse(text);
        parsed.Diagnostics.ShouldBeEmpty();
        return parsed.Value!;
    }
}
