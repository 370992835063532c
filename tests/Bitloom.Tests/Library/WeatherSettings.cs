extern alias Library;

using Library::Bitloom;

namespace Bitloom.Tests.Library;

/// <summary>The sample's data, with some of its columns.</summary>
internal static class WeatherSettings
{
    public static DatasetSettings Of(params string[] features) =>
        new() { Time = "date", Features = features, Targets = ["temp_max"], Window = 12 };
}
