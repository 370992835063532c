using System.IO.Compression;
using System.Xml.Linq;
using Bitloom.Cli;

namespace Bitloom.Conformance.Tests.Packages;

/// <summary>What is packed can be used away from the sources: the tool, and the library by the sample.</summary>
public sealed class PackageTests(LocalPackages packages) : IClassFixture<LocalPackages>
{
    private static string Version => BitloomVersion.Text;

    [Fact]
    public void Packages_AreOneOfEachProject_OfOneVersion()
    {
        var projects = Directory.GetDirectories(Path.Combine(LocalPackages.Root, "src")).Select(Path.GetFileName)
            .Select(project => project == "Bitloom.Cli" ? "Bitloom" : project!);

        Names("*.nupkg").ShouldBe(Named(projects, "nupkg"));
        Names("*.snupkg").ShouldBe(Named(projects, "snupkg"));
    }

    [Fact]
    public void Packages_HaveLicenseAndReadme_AndDocumentationBesideAssemblies()
    {
        foreach (var path in Directory.GetFiles(packages.Folder, "*.nupkg"))
        {
            using var package = ZipFile.OpenRead(path);
            var files = package.Entries.Select(entry => entry.FullName).ToArray();
            var assemblies = files.Where(file => Path.GetFileName(file).StartsWith("Bitloom.", StringComparison.Ordinal)
                && file.EndsWith(".dll", StringComparison.Ordinal));

            files.ShouldContain("README.md", path);
            assemblies.ShouldNotBeEmpty(path);
            assemblies.Select(file => Path.ChangeExtension(file, ".xml")).Except(files).ShouldBeEmpty(path);
            Metadata(package, "license").ShouldBe("Apache-2.0");
            Metadata(package, "description").ShouldNotBeNullOrWhiteSpace(path);
        }
    }

    [Fact]
    public async Task Tool_SaysItsVersion()
    {
        (await packages.RunAsync(packages.Tool, "--version")).Lines.ShouldBe([$"bitloom {Version}"]);
    }

    [Fact]
    public async Task Tool_BringsTheDevices()
    {
        var (code, lines) = await packages.RunAsync(packages.Tool, "devices");

        code.ShouldBe(0);
        var devices = Directory.GetFiles(Path.Combine(LocalPackages.Root, "devices"), "*.yaml")
            .Select(Path.GetFileNameWithoutExtension);
        lines.Select(line => line.Trim().Split(' ')[0]).Intersect(devices).Count().ShouldBe(devices.Count());
    }

    [Fact]
    public async Task Tool_ChecksAProject()
    {
        CopySample("checked");

        var (good, said) = await packages.RunAsync(packages.Tool, "check", "checked");
        var (bad, told) = await packages.RunAsync(packages.Tool, "check", "checked", "--set", "engine.device=xc7s16");

        good.ShouldBe(0);
        said.ShouldBe(["checked can be built."]);
        bad.ShouldBe(1);
        told[0].ShouldStartWith("error DEVICE001");
    }

    [Fact]
    public async Task Sample_IsVerified_AndReportsWhatTheToolReports()
    {
        CopySample("weather");
        await TakePackagesAsync(packages.PathOf("weather", "sample.cs"));

        var said = await packages.DotnetAsync("run", packages.PathOf("weather", "sample.cs"), "--", "2", "1");
        var report = await ReportAsync();
        var (code, told) = await packages.RunAsync(
            packages.Tool, "build", "weather", "--output", "out", "--set", "training.epochs=2",
            "--set", "training.quantizedEpochs=1", "--set", "verification.windows=4",
            "--set", "synthesis.enabled=false");

        said[0].ShouldMatch(@"^RMSE: 2\.884 naive, \d\.\d{3} float, \d\.\d{3} in integers$");
        said[1].ShouldMatch(@"^(\d+) cycles, \d+\.\d us; simulated: \1$");
        said[2].ShouldBe("Verified: every stage agrees to the bit, and the cycles are as predicted.");
        said[3].ShouldBe($"Report: {packages.PathOf("out", "report.html")}");
        code.ShouldBe(0, string.Join('\n', told));
        told.Count(line => line.Contains(": kept from the last build", StringComparison.Ordinal)).ShouldBe(6);
        (await ReportAsync()).ShouldBe(report);
    }

    private static async Task TakePackagesAsync(string script)
    {
        var lines = await File.ReadAllLinesAsync(script, TestContext.Current.CancellationToken);
        var project = lines[0].Replace("#:project ", "", StringComparison.Ordinal);
        File.Exists(Path.Combine(LocalPackages.Root, "samples", "weather", project)).ShouldBeTrue(project);
        lines[0] = $"#:package Bitloom.Library@{Version}";
        await File.WriteAllLinesAsync(script, lines, TestContext.Current.CancellationToken);
    }

    private Task<string> ReportAsync() =>
        File.ReadAllTextAsync(packages.PathOf("out", "report.json"), TestContext.Current.CancellationToken);

    private static string? Metadata(ZipArchive package, string name)
    {
        using var nuspec = package.Entries.Single(entry => Path.GetExtension(entry.FullName) == ".nuspec").Open();
        return XDocument.Load(nuspec).Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    private static IEnumerable<string> Named(IEnumerable<string> projects, string extension) =>
        projects.Select(project => $"{project}.{Version}.{extension}").Order(StringComparer.Ordinal);

    private IEnumerable<string> Names(string pattern) =>
        Directory.GetFiles(packages.Folder, pattern).Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    private void CopySample(string name)
    {
        Directory.CreateDirectory(packages.PathOf(name));
        foreach (var file in Directory.GetFiles(Path.Combine(LocalPackages.Root, "samples", "weather")))
            File.Copy(file, packages.PathOf(name, Path.GetFileName(file)));
    }
}
