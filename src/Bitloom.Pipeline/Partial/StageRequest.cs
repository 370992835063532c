namespace Bitloom.Pipeline;

/// <summary>What the user asked to build in part.</summary>
/// <param name="Last">The stage that is wanted; those that it needs are taken over, or made.</param>
public sealed record StageRequest(BuildRequest Build, BuildStage Last);
