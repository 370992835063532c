using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>A model for an engine with a load port: its program, its load, and what the interpreter makes of windows.</summary>
internal sealed record LoadableModel(IntegerGraph Graph, EngineProgram Program)
{
    public ImmutableArray<byte> Load => LoadImage.Of(Program);

    public static LoadableModel Compile(IntegerGraph graph, EngineParameters engine)
    {
        var compiled = EngineCompiler.CompileFor(graph, engine);
        compiled.Diagnostics.ShouldBeEmpty();
        return new(graph, compiled.Value!);
    }

    public int[] Input(int window) => RandomGraphs.Input(Graph, 500 + window);

    public IEnumerable<int> Output(int window) => GraphInterpreter.Run(Graph, Input(window)).Output;
}
