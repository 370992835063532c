namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The generics of an epilogue lane, named as in docs/engine.md; Acc is the accumulator's width.</summary>
public sealed record EpilogueWidths(
    int Aw, int Acc, int Mw, int Nw, int Ow, int Sw, int SMinimum, int SMaximum, int KMinimum, int KMaximum)
{
    public string Generics =>
        $"element_bits_g={Aw} accumulator_bits_g={Acc} multiplier_bits_g={Mw} residual_multiplier_bits_g={Nw} "
        + $"offset_bits_g={Ow} sum_bits_g={Sw} shift_minimum_g={SMinimum} shift_maximum_g={SMaximum} "
        + $"residual_shift_minimum_g={KMinimum} residual_shift_maximum_g={KMaximum}";
}
