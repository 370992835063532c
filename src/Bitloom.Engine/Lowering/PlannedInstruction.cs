using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// An instruction before memory is allocated: the bases in <paramref name="Fields"/> are offsets into the tensors
/// that it refers to, its banks are not set.
/// </summary>
internal sealed record PlannedInstruction(string Tensor, int Head, Instruction Fields)
{
    /// <summary>The row tile, when it has one only of several.</summary>
    public int Tile { get; init; }

    /// <summary>A operand, scores, or the output of END.</summary>
    public required TensorReference A { get; init; }

    /// <summary>B operand of a product.</summary>
    public TensorReference? B { get; init; }

    /// <summary>Residual operand.</summary>
    public TensorReference? Residual { get; init; }

    /// <summary>The result; none for END.</summary>
    public TensorReference? Destination { get; init; }

    /// <summary>The product or softmax whose constants it uses.</summary>
    public string ConstantsOf { get; init; } = Tensor;

    /// <summary>All tensors read.</summary>
    public ImmutableArray<TensorReference> Reads =>
        [A, .. B is null ? [] : new[] { B }, .. Residual is null ? [] : new[] { Residual }];
}
