namespace Bitloom.Pipeline;

/// <summary>Something that a stage's result depends on.</summary>
/// <param name="Name">
/// Completes "... changed" for the user: a key of the project file, a file, or words such as "the training windows".
/// </param>
/// <param name="Value">The value, or a hash of the content.</param>
internal sealed record StageDependency(string Name, string Value);
