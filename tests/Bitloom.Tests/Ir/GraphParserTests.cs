using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

public sealed class GraphParserTests
{
    private const string Valid = """
        graph "g" -> x

        x : 1 x 2 s8 scale 0.5 zero 0 = input

        """;

    [Fact]
    public void Parse_ReportsGRAPH001_WithoutAHeader()
    {
        ShouldReport("x : 1 x 1 s8 scale 1 zero 0 = input\n", """
            error GRAPH001 at test:1: the first line is 'x : 1 x 1 s8 scale 1 zero 0 = input'
              expected: the first line is: graph "name" -> output
              remedy:   begin with the graph's name and its output tensor
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH001_OnAnEmptyText()
    {
        ShouldReport("", """
            error GRAPH001 at test:1: the text is empty
              expected: the first line is: graph "name" -> output
              remedy:   begin with the graph's name and its output tensor
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH002_OnALineThatDefinesNothing()
    {
        ShouldReport(Valid + "y is a tensor", """
            error GRAPH002 at test:4: the line 'y is a tensor' defines no tensor
              expected: name : rows x columns s8 scale 0.5 zero 0 = operation
              remedy:   write the line in this form, or indent a field
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH003_OnAnUnknownOperation()
    {
        ShouldReport(Valid + "y : 1 x 1 s8 scale 1 zero 0 = softmux", """
            error GRAPH003 at test:4: the operation is 'softmux'
              expected: one of: input, constant, matmul dense, matmul scores, matmul context, softmax, lookup, norm layer, norm rms
              remedy:   write 'softmax'
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH004_OnAnUnknownField()
    {
        ShouldReport(Valid + "  rows = 7", """
            error GRAPH004 at test:4: the field is 'rows'
              expected: no fields
              remedy:   remove it
            """);
    }

    [Fact]
    public void Parse_ReportsEveryFault_AtOnce()
    {
        ShouldReport(Valid + "y : 1 x 1 s8 scale 1 zero 0 = constant\n  valus = 7", """
            error GRAPH004 at test:5: the field is 'valus'
              expected: one of: values
              remedy:   write 'values'
            error GRAPH005 at test:4: 'y' has no field 'values'
              expected: every field of the operation once
              remedy:   add a line: values = ...
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH006_OnWhatIsNoNumber()
    {
        ShouldReport(Valid + "y : 1 x 1 s8 scale big zero 0 = constant\n  values = 7\n    8 2147483648", """
            error GRAPH006 at test:4: 'scale' is 'big'
              expected: a decimal number such as 0.0125 or 1.25E-05
              remedy:   write the number in digits, within the range
            error GRAPH006 at test:5: a number of 'values' is '2147483648'
              expected: an integer from -2147483648 to 2147483647
              remedy:   write the number in digits, within the range
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH007_OnAFieldGivenTwice()
    {
        ShouldReport(Valid + "y : 1 x 1 s8 scale 1 zero 0 = constant\n  values = 7\n  values = 8", """
            error GRAPH007 at test:6: 'y' has the field 'values' twice
              expected: every field of the operation once
              remedy:   remove one of the two
            """);
    }

    [Fact]
    public void Parse_ReportsGRAPH008_OnNumbersBelowNothing()
    {
        ShouldReport(Valid + "  1 2 3", """
            error GRAPH008 at test:4: the indented line '1 2 3' belongs to nothing
              expected: fields below an operation, numbers below a field
              remedy:   remove the line or its indentation
            """);
    }

    [Theory]
    [InlineData("clamp = -4 3", "clamp = -4", "GRAPH006")]
    [InlineData("  residual = positions\n", "", "GRAPH005")]
    [InlineData("heads = 1", "heads = one", "GRAPH006")]
    [InlineData("input : 2 x 1", "input : 99999999999 x 1", "GRAPH006")]
    public void Parse_ReportsTheCode_OnAChangedLine(string from, string to, string code)
    {
        var text = GraphPrinter.Print(SmallGraph.Create()).Replace(from, to);
        var diagnostics = GraphParser.Parse(text).Diagnostics;

        var codes = diagnostics.Select(diagnostic => diagnostic.Code).Distinct(StringComparer.Ordinal);

        codes.ShouldBe([code]);
    }

    [Fact]
    public void Parse_NeverThrows_OnDamagedText()
    {
        var text = GraphPrinter.Print(SmallGraph.Create());
        var random = new Random(1);

        for (var i = 0; i < 2000; i++)
        {
            var from = random.Next(text.Length);
            var damaged = text.Remove(from, random.Next(Math.Min(40, text.Length - from)))
                .Insert(from, "0= \n\"x-"[random.Next(7)].ToString());

            var parsed = GraphParser.Parse(damaged);

            parsed.Ok.ShouldBe(parsed.Diagnostics.Count == 0);
            if (parsed.Ok)
                Should.NotThrow(() => GraphVerifier.Verify(parsed.Value));
        }
    }

    private static void ShouldReport(string text, string expected)
    {
        var parsed = GraphParser.Parse(text, "test");

        parsed.Ok.ShouldBeFalse();
        string.Join('\n', parsed.Diagnostics).ShouldBe(expected);
    }
}
