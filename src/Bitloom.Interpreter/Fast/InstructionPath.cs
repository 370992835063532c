namespace Bitloom.Interpreter;

/// <summary>The vectors that a <see cref="FastEvaluator"/> computes with; the results are the same.</summary>
public enum InstructionPath
{
    /// <summary>128 bits, of operations that the runtime has on every processor.</summary>
    Portable,

    /// <summary>256 bits, x86-64.</summary>
    Avx2,

    /// <summary>512 bits, x86-64: AVX-512 F and BW.</summary>
    Avx512,
}
