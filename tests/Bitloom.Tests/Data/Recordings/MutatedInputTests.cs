using System.Text;
using Bitloom.Data;
using Bitloom.Tests.Data.Arrays;

namespace Bitloom.Tests.Data.Recordings;

/// <summary>Valid files with bytes changed, cut, repeated and put in: data or findings, never an exception.</summary>
public sealed class MutatedInputTests
{
    private const int Cases = 500;

    public static TheoryData<string, byte[]> Files { get; } = new()
    {
        { "a.tsv", Encoding.UTF8.GetBytes("1\t0.5\t-1e-1\t3\n2\t3\tNaN\t5\n1\t1\t2\t3\n") },
        { "a.ts", Encoding.UTF8.GetBytes("@seriesLength 3\n" + Recorded.TsHeader + "1,2,3:4,5,6:a\n7,?,9:1,2,3:b") },
        { "a.npy", ArrayFiles.Npy("<f4", "(2, 3)", new byte[24]) },
        { "a.npy", ArrayFiles.Npy(">i8", "(2, 2, 2)", new byte[64], fortran: true, version: 2) },
        { "a.idx", ArrayFiles.Idx(0x0C, [2, 2], new byte[16]) },
        { "a.csv", Encoding.UTF8.GetBytes("# Columns: t,x,anomaly\n2020-01-01,1,0\n2020-01-02,2,1\n2020-01-03,,0\n") },
        { "a.csv", Encoding.UTF8.GetBytes("t;x;anomaly\n1;\"1,5\";0\n2;2,5;1\n") },
        { "labels.json", "{\"a.csv\": [[\"2020-01-01\", \"2020-01-02 00:00\"], \"2020-01-03\"]}"u8.ToArray() },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Files))]
    public async Task Reader_GivesDataOrFindings_WhateverTheBytes(string file, byte[] valid)
    {
        using var folder = new TemporaryFolder().With("a.csv", "t,x,anomaly\n2020-01-01,1,0\n2020-01-02,2,1\n");
        var random = new Random(file.Length + valid.Length);

        for (var i = 0; i < Cases; i++)
        {
            var content = InputMutation.Of(valid, random);
            await File.WriteAllBytesAsync(folder[file], content, TestContext.Current.CancellationToken);
            Should.NotThrow(() => Check(folder, file), Convert.ToHexString(content));
        }
    }

    private static void Check(TemporaryFolder folder, string file)
    {
        var json = file == "labels.json";
        var options = Recorded.Options(folder) with
        {
            AnomalyColumn = json ? null : "anomaly",
            AnomalyWindows = json ? file : null,
            Time = file is "labels.json" or "a.csv" ? ["t"] : [],
        };
        var data = json ? "a.csv" : file;
        var set = RecordingReader.Read(options, data);
        (set.Ok || set.Diagnostics.Count > 0).ShouldBeTrue();
        var reading = new ClassificationOptions { Reading = options, Train = data, Patch = 2 };
        (ClassificationDataReader.Read(reading) is { } one && (one.Ok || one.Diagnostics.Count > 0)).ShouldBeTrue();
        var anomalies = new AnomalyOptions { Reading = options, Train = [data], Window = new(1) };
        (AnomalyDataReader.Read(anomalies) is { } two && (two.Ok || two.Diagnostics.Count > 0)).ShouldBeTrue();
    }
}
