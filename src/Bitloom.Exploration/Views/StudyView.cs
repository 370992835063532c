using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>All that is shown of a study; the same study and trials give the same view.</summary>
/// <param name="Measures">Those that are known of any point, the objectives first, in their order.</param>
/// <param name="Settings">Keys of the project file that vary.</param>
/// <param name="Tensors">In the order of the network; a point's bits are in this order.</param>
/// <param name="Trials">By number.</param>
/// <param name="Points">Of all finished trials, by trial and index.</param>
/// <param name="Best">The best point of each objective; an objective that nothing is known of has none.</param>
public sealed record StudyView(
    string Name,
    string Project,
    string Device,
    StudyProgress Progress,
    ImmutableArray<ViewMeasure> Measures,
    ImmutableArray<string> Settings,
    ImmutableArray<ViewTensor> Tensors,
    ImmutableArray<ViewTrial> Trials,
    ImmutableArray<ViewPoint> Points,
    ImmutableArray<ViewBest> Best)
{
    /// <summary>The view of a study whose trials are these.</summary>
    public static StudyView Of(StudyDefinition study, IReadOnlyList<Trial> trials)
    {
        var ordered = trials.OrderBy(trial => trial.Number).ToImmutableArray();
        var tensors = TensorOrder.Of(ordered.SelectMany(trial => trial.Result?.Points ?? []));
        var points = ViewPoints.Of(study, ordered, tensors);
        return new(
            study.Name, study.Project, study.Device, StudyProgress.Of(study, ordered),
            ViewMeasure.Of(study.Objectives, points), study.Parameters, tensors,
            [.. ordered.Select(ViewTrial.Of)], points, ViewBest.Of(study.Objectives, points));
    }
}
