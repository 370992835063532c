using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>From the files of any task to scaled windows, or to everything that is wrong with the files.</summary>
public static class TaskDataReader
{
    /// <summary>Reads what the options name.</summary>
    public static Checked<ITaskData> Read(ITaskOptions options) => options switch
    {
        DataOptions forecast => AsTask(ForecastDataReader.Read(forecast)),
        ClassificationOptions classification => AsTask(ClassificationDataReader.Read(classification)),
        AnomalyOptions anomalies => AsTask(AnomalyDataReader.Read(anomalies)),
        _ => throw new CompilerBugException("data", $"no reader of {options.GetType().Name}"),
    };

    private static Checked<ITaskData> AsTask<T>(Checked<T> read)
        where T : class, ITaskData => read.Ok
            ? Checked.Success<ITaskData>(read.Value, read.Diagnostics)
            : Checked.Failure<ITaskData>(read.Diagnostics);
}
