using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>From the files of any task to scaled windows, or to everything that is wrong with the files.</summary>
public static class TaskDataReader
{
    /// <summary>Reads what the options name.</summary>
    public static Checked<ITaskData> Read(ITaskOptions options) => options switch
    {
        DataOptions forecast => AsTask(ForecastDataReader.Read(forecast)),
        ClassificationOptions classification => AsTask(WithClasses(
            ClassificationDataReader.Read(classification), classification)),
        AnomalyOptions anomalies => AsTask(AnomalyDataReader.Read(anomalies)),
        _ => throw new CompilerBugException("data", $"no reader of {options.GetType().Name}"),
    };

    // It can be read and windowed, but every answer would be right.
    private static Checked<ClassificationData> WithClasses(
        Checked<ClassificationData> read, ClassificationOptions options) =>
        read is { Ok: true, Value.Classes: [var only] }
            ? Checked.Failure<ClassificationData>(
            [
                .. read.Diagnostics,
                Diagnostic.Error(
                    "DATA049", options.Train, $"all recordings are of the class '{Text.Shorten(only)}'",
                    "at least two classes", "give recordings of another class as well"),
            ])
            : read;

    private static Checked<ITaskData> AsTask<T>(Checked<T> read)
        where T : class, ITaskData => read.Ok
            ? Checked.Success<ITaskData>(read.Value, read.Diagnostics)
            : Checked.Failure<ITaskData>(read.Diagnostics);
}
