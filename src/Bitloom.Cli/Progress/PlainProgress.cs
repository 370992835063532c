using System.Globalization;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>A line when a stage begins, at each quarter of it, and when it ends.</summary>
/// <param name="everyStep">A line for each step that has something to say, such as the loss of an epoch.</param>
public sealed class PlainProgress(IAnsiConsole console, TimeProvider time, bool everyStep = false) : IStageProgress
{
    private const int Parts = 4;
    private readonly Lock _gate = new();
    private string _stage = "";
    private string _unit = "";
    private double _total;
    private double _done;
    private int _part;
    private long _started;

    /// <inheritdoc/>
    public void Begin(string stage, double total, string unit)
    {
        lock (_gate)
        {
            (_stage, _total, _unit, _done, _part) = (stage, total, unit, 0, 0);
            _started = time.GetTimestamp();
            if (total > 0)
                Write($"{stage}: {total:0.##} {unit}");
            else
                Write($"{stage}");
        }
    }

    /// <inheritdoc/>
    public void Advance(double amount, string? note = null)
    {
        lock (_gate)
        {
            _done += amount;
            if (everyStep && note is not null)
            {
                if (_total > 0)
                    Write($"{_stage}: {_done:0.##} of {_total:0.##} {_unit}, {note}");
                else
                    Write($"{_stage}: {_done:0.##} {_unit}, {note}");
                return;
            }

            var part = _total > 0 ? (int)Math.Min(Parts, Math.Floor(_done / _total * Parts)) : 0;
            // The last part is told by the end of the stage.
            if (part == _part || part == Parts)
                return;
            _part = part;
            Write($"{_stage}: {_done / _total:0 %}, {Left():0.#} s left{(note is null ? "" : ", " + note)}");
        }
    }

    /// <inheritdoc/>
    public void End(string summary)
    {
        lock (_gate)
        {
            var rate = RateColumn.RateText(_done / Elapsed(), _unit);
            var work = rate.Length == 0 ? "" : $", {rate}";
            Write($"{_stage}: {summary} ({Elapsed():0.0} s{work})");
        }
    }

    /// <inheritdoc/>
    public void Note(string stage, string text)
    {
        lock (_gate)
            Write($"{stage}: {text}");
    }

    private double Elapsed() => time.GetElapsedTime(_started).TotalSeconds;

    private double Left() => Elapsed() / _done * (_total - _done);

    private void Write(FormattableString line) => console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
