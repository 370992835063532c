using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>One bar a stage.</summary>
internal sealed class LiveProgress(ProgressContext context, StageUnits units) : IStageProgress
{
    private readonly Lock _gate = new();
    private ProgressTask? _task;
    private string _stage = "";

    public void Begin(string stage, double total, string unit)
    {
        lock (_gate)
        {
            _task?.StopTask();
            _stage = stage;
            _task = context.AddTask(Markup.Escape(stage), maxValue: total > 0 ? total : 1);
            _task.IsIndeterminate = !(total > 0);
            units[_task.Id] = unit;
        }
    }

    public void Advance(double amount, string? note = null)
    {
        lock (_gate)
        {
            if (_task is null)
                return;
            if (!_task.IsIndeterminate)
                _task.Increment(amount);
            if (note is not null)
                _task.Description = Markup.Escape($"{_stage}: {note}");
        }
    }

    public void End(string summary)
    {
        lock (_gate)
        {
            if (_task is null)
                return;
            _task.IsIndeterminate = false;
            _task.Value = _task.MaxValue;
            _task.Description = Markup.Escape($"{_stage}: {summary}");
            _task.StopTask();
            _task = null;
        }
    }

    public void Note(string stage, string text)
    {
        lock (_gate)
        {
            var note = context.AddTask(Markup.Escape($"{stage}: {text}"), maxValue: 1);
            note.Value = note.MaxValue;
            note.StopTask();
        }
    }
}
