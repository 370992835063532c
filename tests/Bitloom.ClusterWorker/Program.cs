using System.Globalization;
using System.Runtime.InteropServices;
using Bitloom.Cluster;
using Bitloom.KilledProcess;

// A worker of a cluster for tests to kill. Arguments: database, its own name, milliseconds that a trial takes, which of
// its trials, counted from 1, it does not end before a note says go, and perhaps a log file. Each line says what has
// happened.
if (args is not [var database, var name, var milliseconds, var last, .. var log])
    return 2;
using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
Console.WriteLine($"process {Environment.ProcessId}");
var options = new ClusterOptions(database) { Name = name, LogFile = log is [var file] ? file : null };
var duration = TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture));
var faults = await ClusterWorker.RunAsync(
    options,
    (bundle, _) => new NotingRunner(database, name, bundle, duration, int.Parse(last, CultureInfo.InvariantCulture)),
    new PrintedProgress(),
    stop.Token);
foreach (var fault in faults)
    Console.WriteLine(fault);
return faults.Count;
