namespace Bitloom.Data;

/// <summary>Where the data of a task are, and how they are read and cut.</summary>
public interface ITaskOptions
{
    /// <summary>The task.</summary>
    LearningTask Task { get; }

    /// <summary>Files and folders, as the user wrote them.</summary>
    string Source { get; }
}
