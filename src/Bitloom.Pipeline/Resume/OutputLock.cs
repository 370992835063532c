using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>
/// An output folder that only one process writes to. The system releases the lock when its holder dies, however that
/// happens; both files stay: the one that is locked, and the one with the holder's process number beside it.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    /// <summary>Of the diagnostic that says that another process works in the folder.</summary>
    public const string OccupiedCode = "OUTPUT003";

    private readonly string _folder;
    private readonly string _holder;
    private readonly FileStream _stream;

    private OutputLock(string folder, FileStream stream)
    {
        (_folder, _stream) = (folder, stream);
        _holder = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        AtomicFile.Write(HolderOf(folder), _holder);
    }

    /// <summary>Whether the folder is still the one that was locked: nobody has removed or replaced it.</summary>
    public bool InPlace => File.Exists(LockOf(_folder)) && File.Exists(HolderOf(_folder))
        && File.ReadAllText(HolderOf(_folder)) == _holder;

    /// <summary>Locks the folder, which is made, or says who has it.</summary>
    public static Checked<OutputLock> Take(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, StageStore.Folder));
        try
        {
            return Checked.Success(new OutputLock(folder, new FileStream(
                LockOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1)));
        }
        catch (IOException) when (File.Exists(LockOf(folder)) && File.Exists(HolderOf(folder)))
        {
            return Checked.Failure<OutputLock>(Occupied(folder, File.ReadAllText(HolderOf(folder))));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static string LockOf(string folder) => Path.Combine(folder, StageStore.Folder, "lock");

    private static string HolderOf(string folder) => Path.Combine(folder, StageStore.Folder, "holder");

    private static Diagnostic Occupied(string folder, string holder) => Diagnostic.Error(
        OccupiedCode, folder, $"the process {holder} is working in this folder",
        "one build at a time in an output folder", "wait for it to end, stop it, or choose another --output");
}
