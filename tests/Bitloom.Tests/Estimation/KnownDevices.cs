namespace Bitloom.Tests.Estimation;

/// <summary>The devices that Bitloom brings, as a diagnostic lists them.</summary>
internal static class KnownDevices
{
    public static string Text { get; } = string.Join(
        ", ",
        Directory.GetFiles(Repository.PathOf("devices"), "*.yaml").Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));
}
