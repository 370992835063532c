using System.Collections.Immutable;

namespace Bitloom.Projects;

/// <summary>How the next settings of a search are chosen.</summary>
public enum SearchMethod
{
    /// <summary>NSGA-II (Deb et al. 2002): non-dominated sorting, crowding, crossover and mutation.</summary>
    Nsga2,

    /// <summary>The tree-structured Parzen estimator (Bergstra et al. 2011) over ranks of several objectives.</summary>
    Tpe,

    /// <summary>Independent draws.</summary>
    Random,
}

/// <summary>How the widths of a trial's tensors are found.</summary>
public enum PrecisionSearch
{
    /// <summary>Solved from the tensors' sensitivities under the device's budget.</summary>
    Solved,

    /// <summary>As the trial's settings say: one width, <c>quantization.bits</c>, and exceptions that the project names.</summary>
    Uniform,

    /// <summary>Each tensor's width is a parameter of the search like any other.</summary>
    Sampled,
}

/// <summary>What tells how much a tensor's width matters.</summary>
public enum SensitivityMeasure
{
    /// <summary>The measured increase of the loss on calibration windows when this tensor alone is narrowed.</summary>
    Loss,

    /// <summary>
    /// Half the average Hessian trace times the squared quantization error (HAWQ-V2, arXiv 1911.03852, section 3).
    /// </summary>
    Hessian,
}

/// <summary>What a search looks for and within what (docs/exploring.md).</summary>
/// <param name="Trials">Settings tried in all, those of earlier rungs of <paramref name="Halving"/> as well.</param>
/// <param name="Population">Trials of a generation: proposed together from all that are finished.</param>
/// <param name="Halving">
/// Of a generation, one in so many goes on to so many times the epochs (successive halving, Jamieson and Talwalkar 2016);
/// 1: all are trained to the end.
/// </param>
/// <param name="Points">Assignments of widths and engines that a trial trains, with <see cref="PrecisionSearch.Solved"/>.</param>
/// <param name="Calibrated">Further ones of a trial that are quantized from its float model without training.</param>
/// <param name="Seed">Of all draws.</param>
public sealed record ExploreSection(
    SearchMethod Method = SearchMethod.Nsga2,
    PrecisionSearch Precision = PrecisionSearch.Solved,
    SensitivityMeasure Sensitivity = SensitivityMeasure.Loss,
    int Trials = 32,
    int Population = 8,
    int Halving = 1,
    int Points = 2,
    int Calibrated = 6,
    int Seed = 1)
{
    /// <summary>Widths that weight matrices may have, ascending.</summary>
    public ImmutableArray<int> WeightBits { get; init; } = [2, 3, 4, 5, 6, 7, 8];

    /// <summary>Widths that activation tensors and positions may have, ascending.</summary>
    public ImmutableArray<int> ActivationBits { get; init; } = [2, 3, 4, 5, 6, 7, 8];

    /// <summary>What varies, in the order of the file.</summary>
    public ImmutableArray<SearchParameter> Space { get; init; } = [];

    /// <summary>What is made small, all at once; at least one.</summary>
    public ImmutableArray<Measure> Objectives { get; init; } = [Measure.Error, Measure.Energy];

    /// <summary>Greatest values that are accepted, besides what the device has.</summary>
    public ImmutableSortedDictionary<Measure, double> Constraints { get; init; } =
        ImmutableSortedDictionary<Measure, double>.Empty;
}
