namespace Bitloom.Interpreter;

/// <summary>One planned operation: reads and writes the tensors of a workspace.</summary>
internal abstract class FastOperation
{
    /// <summary>Evaluates it for the window in the workspace.</summary>
    public abstract void Run(Workspace workspace);
}
