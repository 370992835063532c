namespace Bitloom.Cluster;

/// <summary>
/// Repeats what fails while a server restarts, or while the silo that had a grain is found to be dead. A worker has
/// nothing better to do than to wait.
/// </summary>
internal sealed class Patience(IWorkerProgress progress)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call().WaitAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                progress.Trouble(ClusterFaults.Reason(fault));
                await Task.Delay(pause, cancellation);
            }
        }
    }
}
