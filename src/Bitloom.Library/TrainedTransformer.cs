using System.Collections.Immutable;
using Bitloom.Pipeline;
using Bitloom.Training;

namespace Bitloom;

/// <summary>A model trained in floating point.</summary>
public sealed class TrainedTransformer
{
    private readonly Lazy<double> _score;

    internal TrainedTransformer(Session session, FloatModel trained)
    {
        (Session, Trained) = (session, trained);
        _score = new(() => session.Design.Data.Score(part => trained.Model.PredictFloat(part.Inputs)));
    }

    /// <summary>The model.</summary>
    public EncoderModel Model => Trained.Model;

    /// <summary>Its training, epoch by epoch.</summary>
    public ImmutableArray<EpochResult> Epochs => Trained.Epochs;

    /// <summary>The name of <see cref="Score"/>, such as RMSE (in the target's own unit) or accuracy.</summary>
    public string Metric => Session.Design.Data.Metric;

    /// <summary>The metric on the test part.</summary>
    public double Score => _score.Value;

    internal Session Session { get; }

    internal FloatModel Trained { get; }
}
