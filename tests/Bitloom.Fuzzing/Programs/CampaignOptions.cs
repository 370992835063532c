namespace Bitloom.Fuzzing;

/// <summary>How many random programs are played, and which.</summary>
/// <param name="FirstEngine">Seed of the first engine.</param>
/// <param name="Engines">Engines, each with a simulator of its own.</param>
/// <param name="Programs">Graphs drawn for each engine; those that the compiler refuses are only counted.</param>
/// <param name="Windows">Windows of each program: one at the bounds of its format, the others random.</param>
public sealed record CampaignOptions(int FirstEngine, int Engines, int Programs, int Windows);
