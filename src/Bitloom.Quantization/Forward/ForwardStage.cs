namespace Bitloom.Quantization.Forward;

/// <summary>Computes one tensor for a block of windows.</summary>
internal abstract class ForwardStage
{
    public abstract void Run(ForwardBuffers buffers, int windows);
}
