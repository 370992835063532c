using Bitloom.Diagnostics;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Interpreter;

public sealed class GraphInterpreterTests
{
    private static readonly AffineScale Unit = new(1, 0);

    [Fact]
    public void Run_MultipliesAddsAndRounds_OnADenseProductWithResidual()
    {
        var epilogue = new Epilogue([3, 1], [4, -4], 3, new ResidualTerm("r", [1], 2), -8, 7);
        var graph = Product(MatMulKind.Dense, 1, S8(2, 2), Constant("b", 2, 2, [1, 2, 3, 4]), epilogue, 2, 2);

        var result = GraphInterpreter.Run(graph, [1, 2, -3, 4]);

        // acc = [7, 10; 9, 10]; r = [5, 6; 7, 8] << 2; (21+20+4, 10+24-4; 27+28+4, 10+32-4) >> 3
        result.Output.ShouldBe([5, 3, 7, 4]);
        result["r"].ShouldBe([5, 6, 7, 8]);
    }

    [Fact]
    public void Run_Saturates_AtTheClamp()
    {
        var epilogue = new Epilogue([16], [0], 1, null, -3, 5);
        var graph = Product(MatMulKind.Dense, 1, S8(2, 1), Constant("b", 1, 1, [7]), epilogue, 2, 1);

        var result = GraphInterpreter.Run(graph, [100, -100]);

        result.Output.ShouldBe([5, -3]);
    }

    [Fact]
    public void Run_KeepsHeadsApart_OnScores()
    {
        var epilogue = new Epilogue([2], [0], 1, null, -128, 127);
        var keys = Constant("b", 2, 2, [1, 2, 3, 4]);
        var graph = Product(MatMulKind.AttentionScores, 2, S8(2, 2), keys, epilogue, 4, 2);

        var result = GraphInterpreter.Run(graph, [10, 1, 20, 2]);

        result.Output.ShouldBe([10, 30, 20, 60, 2, 4, 4, 8]);
    }

    [Fact]
    public void Run_KeepsHeadsApart_OnContext()
    {
        var epilogue = new Epilogue([2], [0], 1, null, -128, 127);
        var values = Constant("b", 2, 2, [1, 2, 3, 4]);
        var graph = Product(MatMulKind.AttentionContext, 2, S8(4, 2), values, epilogue, 2, 2);

        var result = GraphInterpreter.Run(graph, [1, 0, 0, 1, 1, 1, 2, 0]);

        result.Output.ShouldBe([1, 6, 3, 4]);
    }

    [Fact]
    public void Run_DividesByTheRowSum_OnSoftmax()
    {
        var scores = new Tensor("x", 1, 2, IntegerFormat.S(2), Unit);
        var softmax = new SoftmaxOp(new("p", 1, 2, IntegerFormat.U(4), Unit), "x", [15, 5, 2, 1], 4, 6);
        var graph = new IntegerGraph("softmax", [new InputOp(scores), softmax], "p");

        var result = GraphInterpreter.Run(graph, [1, 0]);

        // sum = 20, rec = 15 * 64 / 20 = 48; (15 * 48 + 32) >> 6 = 11, (5 * 48 + 32) >> 6 = 4
        result.Output.ShouldBe([11, 4]);
    }

    [Fact]
    public void Run_Refuses_AnInputOutsideItsFormat()
    {
        var graph = new IntegerGraph("copy", [new InputOp(new("x", 1, 2, IntegerFormat.S(4), Unit))], "x");

        var fault = Should.Throw<CompilerBugException>(() => GraphInterpreter.Run(graph, [7, 8]));

        fault.Message.ShouldStartWith("interpreter, tensor 'x': [0, 1] is 8, outside -8 .. 7 (s4)");
    }

    [Fact]
    public void Run_Refuses_AnInputOfAnotherLength()
    {
        var graph = new IntegerGraph("copy", [new InputOp(new("x", 1, 2, IntegerFormat.S(4), Unit))], "x");

        var fault = Should.Throw<CompilerBugException>(() => GraphInterpreter.Run(graph, [7]));

        fault.Message.ShouldStartWith("interpreter, tensor 'x': has 1 values instead of 1 x 2");
    }

    [Fact]
    public void Run_Refuses_AValueOutsideTheOutputsFormat()
    {
        var epilogue = new Epilogue([2], [0], 1, null, -128, 127);
        var graph = Product(
            MatMulKind.Dense, 1, S8(1, 1), Constant("b", 1, 1, [2]), epilogue, 1, 1, IntegerFormat.S(4));

        var fault = Should.Throw<CompilerBugException>(() => GraphInterpreter.Run(graph, [4]));

        fault.Message.ShouldStartWith("interpreter, tensor 'y': [0, 0] is 8, outside -8 .. 7 (s4)");
    }

    [Fact]
    public void Run_Throws_WhenAProductLeaves64Bits()
    {
        var epilogue = new Epilogue([1], [long.MaxValue], 1, null, -128, 127);
        var graph = Product(MatMulKind.Dense, 1, S8(1, 1), Constant("b", 1, 1, [2]), epilogue, 1, 1);

        Should.Throw<OverflowException>(() => GraphInterpreter.Run(graph, [1]));
    }

    private static Tensor S8(int rows, int columns) => new("x", rows, columns, IntegerFormat.S(8), Unit);

    private static ConstantOp Constant(string name, int rows, int columns, int[] values) =>
        new(new(name, rows, columns, IntegerFormat.S(8), Unit), [.. values]);

    private static IntegerGraph Product(
        MatMulKind kind, int heads, Tensor a, ConstantOp b, Epilogue epilogue, int rows, int columns,
        IntegerFormat? format = null)
    {
        var output = new Tensor("y", rows, columns, format ?? IntegerFormat.S(8), Unit);
        var residual = Constant("r", 2, 2, [5, 6, 7, 8]);
        var product = new MatMulOp(output, "x", "b", kind, heads, epilogue);
        return new IntegerGraph("product", [new InputOp(a), b, residual, product], "y");
    }
}
