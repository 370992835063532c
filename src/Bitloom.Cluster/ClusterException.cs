using Bitloom.Diagnostics;

namespace Bitloom.Cluster;

/// <summary>What a worker meets that the user must mend.</summary>
internal sealed class ClusterException(Diagnostic diagnostic) : Exception(diagnostic.ToString())
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
