namespace Bitloom.Exploration.Tests.Stores;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://server/studies", "Host=server;Database=studies")]
    [InlineData("postgresql://me@server", "Host=server;Username=me")]
    [InlineData("postgresql:///studies", "Database=studies;Host=localhost")]
    [InlineData("postgresql:///studies?host=/run/sockets", "Database=studies;Host=/run/sockets")]
    [InlineData("POSTGRES://[::1]:99/", "Host=[::1];Port=99")]
    [InlineData(
        "postgres://me:a%40b%2F%3B@server:6543/my%20studies",
        "Host=server;Port=6543;Database=\"my studies\";Username=me;Password=\"a@b/;\"")]
    [InlineData(
        "postgres://server/studies?sslmode=verify-full&application_name=explore",
        "Host=server;Database=studies;SSL Mode=VerifyFull;Application Name=explore")]
    [InlineData(" server = pair ; Port=1", "Host=pair;Port=1")]
    public void Address_IsRead_InBothForms(string place, string expected)
    {
        PostgresAddress.IsOne(place).ShouldBeTrue();
        PostgresAddress.Parse(place)!.ConnectionString.ShouldBe(expected);
    }

    [Theory]
    [InlineData("build/studies")]
    [InlineData("/home/host/study.db")]
    [InlineData("C:\\studies")]
    public void Path_IsNoAddress(string place) => PostgresAddress.IsOne(place).ShouldBeFalse();

    [Theory]
    [InlineData("postgres://me:secret@server:6543/studies", "postgresql://me@server:6543/studies")]
    [InlineData("Host=server;Password=secret", "postgresql://server:5432/")]
    public void Description_HasNoPassword(string place, string expected) =>
        PostgresAddress.Describe(PostgresAddress.Parse(place)!).ShouldBe(expected);
}
