namespace Bitloom.Ir;

/// <summary>Which rows and columns a <see cref="MatMulOp"/> multiplies.</summary>
public enum MatMulKind
{
    /// <summary>out[i, j] = sum over k of a[i, k] b[k, j]. One head.</summary>
    Dense,

    /// <summary>
    /// Q K^T a head: out[h * n + i, j] = sum over k of a[i, h * dh + k] b[j, h * dh + k], with dh = columns / heads.
    /// </summary>
    AttentionScores,

    /// <summary>P V a head: out[i, h * dh + j] = sum over k of a[h * n + i, k] b[k, h * dh + j].</summary>
    AttentionContext,
}
