namespace Bitloom.Ir;

/// <summary>A rewrite of a graph that changes no value of its output.</summary>
public interface IGraphPass
{
    /// <summary>A verb phrase, the same as the type's name.</summary>
    string Name { get; }

    /// <summary>What it does, in one line.</summary>
    string Description { get; }

    /// <summary>The rewritten graph.</summary>
    IntegerGraph Run(IntegerGraph graph);
}
