using System.Globalization;
using Bitloom.Exploration;

// A process for tests to kill. Arguments: place, study, its own name, seconds of a lease, and the number of a trial
// that it never finishes. Each line says what the store has confirmed.
if (args is not [var place, var study, var worker, var seconds, var last])
    return 2;
var opened = await StudyStores.OpenAsync(place);
if (!opened.Ok)
    return 1;
await using var store = opened.Value;
var lease = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
while (await store.ClaimAsync(study, worker, lease, CancellationToken.None) is { } trial)
{
    Console.WriteLine($"claimed {trial.Number}");
    if (trial.Number == int.Parse(last, CultureInfo.InvariantCulture))
        await Task.Delay(Timeout.Infinite);
    var result = new TrialResult([], Epochs: 1, Seconds: trial.Number, Fault: worker);
    if (await store.FinishAsync(study, trial.Number, worker, result, CancellationToken.None))
        Console.WriteLine($"finished {trial.Number}");
}

return 0;
