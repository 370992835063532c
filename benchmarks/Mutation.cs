// Puts each fault of tests/Bitloom.Faults into a copy of the sources, one at a time, and counts those that the tests
// notice; writes results/mutation.md. Exit code 1 below 95 %, or when a fault could not be tried.
// Run from anywhere: dotnet run benchmarks/Mutation.cs [-- PART-OF-A-NAME-OR-FILE...]
#:project ../tests/Bitloom.Faults/Bitloom.Faults.csproj
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bitloom.Faults;

const double LeastScore = 0.95;
var limit = TimeSpan.Zero;
const string Unit = "tests/Bitloom.Tests", Conformance = "tests/Bitloom.Conformance.Tests";
const string RtlClasses = "*FaultTests";
var root = Path.GetFullPath(Path.Combine(FolderOfThisFile(), ".."));
var started = Stopwatch.StartNew();
var faults = FaultList.All.Where(IsWanted).ToArray();
var copy = Directory.CreateTempSubdirectory("bitloom-mutation-").FullName;
var results = new Dictionary<Fault, Result>();
var compilers = new Dictionary<string, (string[] Arguments, string Library)>(StringComparer.Ordinal);
try
{
    CopySources();
    Console.WriteLine($"{faults.Length} faults; a copy of the sources is built and tested without any first.");
    if (!Prepare())
        return 1;
    TrySoftware([.. faults.Where(fault => fault.IsSoftware)]);
    TryRtl([.. faults.Where(fault => !fault.IsSoftware)]);
}
finally
{
    Directory.Delete(copy, recursive: true);
}

return Report();

bool IsWanted(Fault fault) => args.Length == 0 || args.Any(part =>
    fault.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
    || fault.File.Contains(part, StringComparison.OrdinalIgnoreCase));

void CopySources()
{
    var (_, list, _) = Run(root, "git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
    foreach (var file in list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsFile))
    {
        var target = Path.Combine(copy, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(root, file), target);
    }

    bool IsFile(string file) => File.Exists(Path.Combine(root, file));
}

// A suite that fails without any fault would notice every fault.
bool Prepare()
{
    var software = faults.Any(fault => fault.IsSoftware);
    var hardware = faults.Any(fault => !fault.IsSoftware);
    foreach (var project in (string[])[.. Needed(Unit, software), .. Needed(Conformance, hardware)])
    {
        var build = Run(copy, "dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-p:RunAnalyzers=false"]);
        if (build.ExitCode != 0)
            return Fail($"{project} cannot be built:\n{build.Output}");
    }

    var watch = Stopwatch.StartNew();
    var unit = software ? Run(copy, Program(Unit), ["-noColor"]) : default;
    if (unit.ExitCode != 0)
        return Fail($"the unit tests fail without a fault:\n{unit.Output}");
    limit = TimeSpan.FromMinutes(1) + 3 * watch.Elapsed;
    Console.WriteLine($"{(int)started.Elapsed.TotalSeconds} s: ready");
    return true;

    static IEnumerable<string> Needed(string project, bool needed) => needed ? [project] : [];

    static bool Fail(string message)
    {
        Console.WriteLine(message);
        return false;
    }
}

// The next fault is built while the one before is tested.
void TrySoftware(Fault[] software)
{
    var next = software.Length == 0 ? null : Task.Run(() => Build(software[0]));
    for (var index = 0; index < software.Length; index++)
    {
        var (fault, built, following) = (software[index], next!.Result, index + 1);
        var library = built.Library is { } path ? File.ReadAllBytes(path) : [];
        next = following < software.Length ? Task.Run(() => Build(software[following])) : null;
        Note(fault, built.Error is { } error
            ? new Result(null, error)
            : Test(fault, Path.GetFileName(built.Library!), library));
    }
}

// The project alone is compiled, by the compiler's own command line, and its source set back at once: what the tests
// read is without the fault.
(string? Library, string? Error) Build(Fault fault)
{
    var path = Path.Combine(copy, fault.File);
    var text = File.ReadAllText(path);
    try
    {
        File.WriteAllText(path, fault.Apply(text));
        var project = string.Join('/', fault.File.Split('/')[..2]);
        if (!compilers.TryGetValue(project, out var compiler))
            compilers[project] = compiler = CompilerOf(project);
        var library = Path.Combine(copy, "faulty", compiler.Library);
        var build = Run(Path.Combine(copy, project), "dotnet", [.. compiler.Arguments, $"/out:{library}"]);
        return build.ExitCode == 0
            ? (library, null)
            : (null, "does not compile: " + (CompilerError().Match(build.Output) is { Success: true } match
                ? match.Value : build.Output));
    }
    catch (StaleFaultException stale)
    {
        return (null, stale.Message);
    }
    finally
    {
        File.WriteAllText(path, text);
    }
}

(string[] Arguments, string Library) CompilerOf(string project)
{
    var asked = Run(copy, "dotnet",
    [
        "msbuild", project, "-t:Compile", "-p:Configuration=Release", "-p:ProvideCommandLineArgs=true",
        "-p:SkipCompilerExecution=true", "-p:NonExistentFile=none/none", "-p:BuildProjectReferences=false",
        "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-getItem:CscCommandLineArgs",
        "-getProperty:RoslynTargetsPath",
    ]);
    var answer = JsonDocument.Parse(asked.Output).RootElement;
    string[] arguments = [.. answer.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
        .Select(item => item.GetProperty("Identity").GetString()!)];
    var library = Path.GetFileName(arguments.Single(item => item.StartsWith("/out:", StringComparison.Ordinal)));
    var file = Path.Combine(Directory.CreateDirectory(Path.Combine(copy, "faulty")).FullName,
        $"{Path.GetFileName(project)}.rsp");
    File.WriteAllLines(file, arguments.Where(argument => !OutputOption().IsMatch(argument)));
    var roslyn = answer.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
    var compiler = Path.Combine(roslyn, "bincore", "csc.dll");
    return ([compiler, "/shared", "/keepalive:30", "/noconfig", $"@{file}"], library);
}

Result Test(Fault fault, string name, byte[] library)
{
    var used = Path.Combine(copy, Unit, "bin/Release/net10.0", name);
    var original = File.ReadAllBytes(used);
    File.WriteAllBytes(used, library);
    try
    {
        string[] classes = [.. fault.Suite.Split(' ').SelectMany(name => (string[])["-class", $"*.{name}"])];
        var first = Judge(Run(copy, Program(Unit), ["-noColor", "-stopOnFail", .. classes], limit));
        return first.NoticedBy is not null || first.Error is not null
            ? first
            : Judge(Run(copy, Program(Unit), ["-noColor", "-stopOnFail"], limit));
    }
    finally
    {
        File.WriteAllBytes(used, original);
    }
}

static Result Judge((int ExitCode, string Output, bool Hung) run) =>
    run.Hung ? new Result("the time limit (it hangs)", null)
    : FailedTest().Match(run.Output) is { Success: true } test ? new Result(test.Groups["test"].Value, null)
    : !SomeTests().IsMatch(run.Output) ? new Result(null, $"no tests ran:\n{run.Output}")
    : run.ExitCode != 0 ? new Result($"exit code {run.ExitCode}", null)
    : new Result(null, null);

// Those tests put the faults in themselves.
void TryRtl(Fault[] rtl)
{
    if (rtl.Length == 0)
        return;
    var file = Path.Combine(copy, "rtl.xml");
    string[] wanted = args.Length == 0 ? [] : [.. rtl.SelectMany(f => (string[])["-trait", $"fault={f.Name}"])];
    var healthy = Run(copy, Program(Conformance), ["-noColor", "-method", "*_HasNoComplaint_WithoutAFault"]);
    var run = Run(copy, Program(Conformance),
        ["-noColor", "-preEnumerateTheories", "-class", RtlClasses, "-result-xml", file, .. wanted]);
    var found = healthy.ExitCode == 0 && File.Exists(file) ? XDocument.Load(file).Descendants("test") : [];
    var tests = found.ToLookup(test => (string?)test.Descendants("trait").FirstOrDefault()?.Attribute("value") ?? "");
    foreach (var fault in rtl)
    {
        var test = tests[fault.Name].FirstOrDefault();
        var complaint = ((string?)test?.Element("output"))?.Trim()[(fault.Name.Length + 2)..];
        Note(fault, complaint switch
        {
            null => new Result(
                null, test?.Descendants("message").FirstOrDefault()?.Value ?? healthy.Output + run.Output),
            "not noticed" => new Result(null, null),
            _ => new Result($"{fault.Suite}: {Position().Replace(complaint, "")}", null),
        });
    }
}

void Note(Fault fault, Result result)
{
    results.Add(fault, result);
    Console.WriteLine($"{results.Count,3} {fault.Name}: {Text(fault, result)}");
}

int Report()
{
    var noticed = results.Values.Count(result => result.NoticedBy is not null);
    var score = (double)noticed / Math.Max(1, results.Count);
    var errors = results.Count(pair => pair.Value.Error is not null
        || pair.Value.NoticedBy is not null == pair.Key.Survives is not null);
    var summary = string.Create(CultureInfo.InvariantCulture,
        $"{noticed} of {results.Count} faults noticed: {100 * score:0.0} %; {errors} to look at");
    Console.WriteLine(summary);
    if (args.Length == 0)
        Write(summary);
    return score >= LeastScore && errors == 0 ? 0 : 1;
}

void Write(string summary)
{
    var survivors = results.Where(pair => pair.Value.NoticedBy is null).ToArray();
    string[] lines =
    [
        "# Faults put in on purpose", "",
        $"Made by `dotnet run benchmarks/Mutation.cs` on {DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, "
            + $"{Environment.ProcessorCount} cores, in {(int)started.Elapsed.TotalMinutes} minutes.",
        $"**{summary}.** The list is tests/Bitloom.Faults.", "",
        "## Not noticed", "",
        .. survivors.Length == 0 ? ["None."] : survivors.Select(pair => $"- {pair.Key.Name} (`{pair.Key.File}`): "
            + Text(pair.Key, pair.Value)),
        "", "## All", "", "| fault | file | noticed by |", "|---|---|---|",
        .. results.Select(pair => $"| {pair.Key.Name} | {pair.Key.File} | {Cell(Text(pair.Key, pair.Value))} |"),
    ];
    File.WriteAllLines(Path.Combine(root, "benchmarks", "results", "mutation.md"), lines);
}

static string Text(Fault fault, Result result) =>
    result.NoticedBy is { } test ? test + (fault.Survives is null ? "" : " (said to survive)")
    : result.Error is { } error ? "ERROR " + error
    : "NOT NOTICED" + (fault.Survives is { } reason ? ": " + reason : "");

static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

string Program(string project) =>
    Path.Combine(copy, project, "bin/Release/net10.0", Path.GetFileName(project));

static (int ExitCode, string Output, bool Hung) Run(
    string folder, string program, string[] arguments, TimeSpan? limit = null)
{
    using var process = new Process
    {
        StartInfo = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        },
    };
    var output = new System.Text.StringBuilder();
    process.OutputDataReceived += (_, line) => Add(line.Data);
    process.ErrorDataReceived += (_, line) => Add(line.Data);
    process.Start();
    process.StandardInput.Close();
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    var ended = process.WaitForExit(limit ?? TimeSpan.FromHours(1));
    if (!ended)
        process.Kill(entireProcessTree: true);
    process.WaitForExit();
    lock (output)
        return (process.ExitCode, output.ToString(), !ended);

    void Add(string? line)
    {
        lock (output)
            output.Append(line).Append('\n');
    }
}

static string Processor() =>
    File.ReadLines("/proc/cpuinfo")
        .First(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Split(": ")[1];

static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

internal partial class Program
{
    /// <summary>Who noticed a fault, or why it could not be tried; neither when nobody noticed.</summary>
    private sealed record Result(string? NoticedBy, string? Error);

    [GeneratedRegex("Total: [1-9]")]
    private static partial Regex SomeTests();

    [GeneratedRegex(
        @"^\s*Bitloom\.Tests\.(?<test>[\w.]+).* \[FAIL\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FailedTest();

    // Documentation and reference assembly would be written over those of the build.
    [GeneratedRegex("^/(?:out|refout|doc|noconfig)")]
    private static partial Regex OutputOption();

    [GeneratedRegex(@"error CS\d+: [^\n\[]*")]
    private static partial Regex CompilerError();

    // Where GHDL found it: a file of the temporary folder, a line, a time.
    [GeneratedRegex(@"/\S*?([\w.]+\.vhd):\d+:\d+:@\w+:\(assertion failure\): ")]
    private static partial Regex Position();
}
