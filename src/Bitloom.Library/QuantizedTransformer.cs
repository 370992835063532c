using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Quantization;

namespace Bitloom;

/// <summary>A model in integers alone: what the hardware computes, to the bit.</summary>
public sealed class QuantizedTransformer
{
    private readonly Lazy<double> _score;

    internal QuantizedTransformer(Session session, TrainedModel trained, IntegerModel integers)
    {
        (Session, Trained, Integers) = (session, trained, integers);
        _score = new(() =>
        {
            var exact = new HardwareExactForward(integers.Encoder);
            return session.Design.Data.Score(part => exact.Predict(part.Inputs));
        });
    }

    /// <summary>The integer graph (docs/ir.md).</summary>
    public IntegerGraph Graph => Integers.Graph;

    /// <summary>The metric on the test part, by the hardware-exact forward.</summary>
    public double Score => _score.Value;

    internal Session Session { get; }

    internal TrainedModel Trained { get; }

    internal IntegerModel Integers { get; }
}
