using System.Diagnostics;
using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>
/// A running peers/training_speed.py: asked by lines of its standard input, answers by lines of its standard output.
/// </summary>
public sealed class TrainingPeer : IDisposable
{
    // Where an older OpenBLAS does not know the processor it falls back to its slowest kernels, unless told.
    private static readonly string?[] Kernels = [null, "Haswell", "SkylakeX"];
    private readonly Process process;

    /// <summary>Starts it with this many threads.</summary>
    /// <param name="exchange">The tensors it begins with; see the script.</param>
    /// <param name="kernel">OPENBLAS_CORETYPE; null leaves OpenBLAS its own choice.</param>
    public TrainingPeer(int threads, string exchange, string? kernel)
    {
        var script = Path.Combine(BenchmarkResult.Folder, "..", "peers", "training_speed.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, $"{threads}", exchange])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Threads that spin while they wait lose most where the processors are shared.
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        start.Environment.Remove("OPENBLAS_L2_SIZE");
        start.Environment.Remove("OPENBLAS_CORETYPE");
        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = $"{threads}";
        if (kernel is not null)
            start.Environment["OPENBLAS_CORETYPE"] = kernel;
        process = Process.Start(start) ?? throw new InvalidOperationException("There is no /usr/bin/python3.");
    }

    /// <summary>
    /// The kernels of OpenBLAS that multiply fastest, and rightly, on this processor; null: its own choice.
    /// </summary>
    public static string? FastestKernel() => Kernels.MaxBy(kernel =>
    {
        using var peer = new TrainingPeer(1, "/dev/null", kernel);
        return peer.TryAsk("product 1024") is [var rate, < 1e-3] ? rate : 0;
    });

    /// <summary>The numbers that it answers.</summary>
    public double[] Ask(string command) => TryAsk(command)
        ?? throw new InvalidOperationException($"The peer ended at '{command}'; is python3-torch installed?");

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private double[]? TryAsk(string command)
    {
        process.StandardInput.WriteLine(command);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine()?.Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
    }
}
