using Bitloom.Engine;
using Bitloom.Estimation;

namespace Bitloom.Projects;

/// <summary>The device and the engine's parameters (docs/engine.md); sizes that are null are searched.</summary>
/// <param name="Rows">T, array rows.</param>
/// <param name="Columns">G, array columns; divides <paramref name="Rows"/>.</param>
/// <param name="Lanes">R, drain lanes; divides <paramref name="Columns"/>.</param>
/// <param name="Clock">MHz.</param>
/// <param name="Memories">The kind of each memory.</param>
/// <param name="LoadPort">Whether other models can be loaded at run time.</param>
/// <param name="Goal">What the search for the sizes makes least.</param>
public sealed record EngineSection(
    Device Device, int? Rows, int? Columns, int? Lanes, double Clock, MemoryKinds Memories, bool LoadPort = false,
    EngineGoal Goal = EngineGoal.Latency);
