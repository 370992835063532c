namespace Bitloom.Tests.Fuzzing;

public sealed class ProgramCaseTextTests
{
    [Fact]
    public void Parse_GivesBack_WhatPrintWrote()
    {
        foreach (var each in RandomCases.OfEngine(seed: 3, cases: 30, windows: 2))
        {
            var text = ProgramCaseText.Print(each, "two lines\nof cause");

            var parsed = ProgramCaseText.Parse(text);

            text.ShouldStartWith("# two lines\n# of cause\nengine ");
            ProgramCaseText.Print(parsed, "two lines\nof cause").ShouldBe(text);
            parsed.Windows.ShouldBe(each.Windows);
        }
    }

    [Fact]
    public void Parse_Refuses_ATextWithoutAGraph() =>
        Should.Throw<FormatException>(() => ProgramCaseText.Parse("engine 1 1 1 auto auto auto auto\n"));
}
