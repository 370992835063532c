using System.Net;

namespace Bitloom.Exploration.Tests.Studio;

public sealed class ReportFolderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("trials/0/report.html", "text/html")]
    [InlineData("a name, with spaces/report.json", "application/json")]
    [InlineData("build.log", "text/plain")]
    public async Task Report_IsSent_AsItsType_InASandbox(string path, string type)
    {
        await using var studio = await RunningStudio.StartAsync();
        studio.Write(path, "<p>a report</p>");

        using var response = await studio.GetAsync(
            "/reports/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("<p>a report</p>");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldStartWith("sandbox allow-scripts; default-src 'none';");
    }

    [Theory]
    [InlineData("/reports/")]
    [InlineData("/reports/trials")]
    [InlineData("/reports/missing.html")]
    [InlineData("/reports/study.db")]
    [InlineData("/reports/.hidden.html")]
    [InlineData("/reports/trials/.git/report.html")]
    [InlineData("/reports/link.html")]
    [InlineData("/reports/linked/secret.html")]
    [InlineData("/reports/../secret.html")]
    [InlineData("/reports/trials/../../secret.html")]
    [InlineData("/reports/%2e%2e/secret.html")]
    [InlineData("/reports/..%2fsecret.html")]
    [InlineData("/reports/%2e%2e%2fsecret.html")]
    [InlineData("/reports/..%5csecret.html")]
    [InlineData("/reports/%252e%252e/secret.html")]
    [InlineData("/reports//secret.html")]
    [InlineData("/reports/trials/%00.html")]
    public async Task File_IsNotSent_WhenItIsNotAReportBelowTheFolder(string path)
    {
        await using var studio = await RunningStudio.StartAsync();
        studio.Files.With("secret.html", "secret");
        foreach (var file in (string[])["study.db", ".hidden.html", "trials/report.html", "trials/.git/report.html"])
            studio.Write(file, "secret");
        File.CreateSymbolicLink(studio.Files["study/link.html"], studio.Files["secret.html"]);
        Directory.CreateSymbolicLink(studio.Files["study/linked"], studio.Files.Path);

        using var response = await studio.GetAsync(path);

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("secret");
    }
}
