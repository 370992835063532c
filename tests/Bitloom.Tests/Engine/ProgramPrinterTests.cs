using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class ProgramPrinterTests
{
    [Fact]
    public void Print_ShowsTheWholeProgram_OfASmallEncoder()
    {
        var program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));

        Golden.Match(ProgramPrinter.Print(program), "small-encoder.program.txt");
    }
}
