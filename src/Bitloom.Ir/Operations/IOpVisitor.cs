namespace Bitloom.Ir;

/// <summary>
/// One method an operation: a new operation must be handled by every implementation before it compiles.
/// </summary>
public interface IOpVisitor<out T>
{
    /// <summary>Handles an input.</summary>
    T Visit(InputOp op);

    /// <summary>Handles a constant.</summary>
    T Visit(ConstantOp op);

    /// <summary>Handles a matrix product.</summary>
    T Visit(MatMulOp op);

    /// <summary>Handles a softmax.</summary>
    T Visit(SoftmaxOp op);

    /// <summary>Handles a unary table.</summary>
    T Visit(LookupOp op);

    /// <summary>Handles a normalization of tokens.</summary>
    T Visit(NormOp op);
}
