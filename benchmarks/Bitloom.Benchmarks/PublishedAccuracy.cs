namespace Bitloom.Benchmarks;

/// <summary>A published result on the same test part.</summary>
/// <param name="Data">Name of the data set, as in <see cref="AccuracyCase"/>.</param>
/// <param name="What">The method.</param>
/// <param name="Value">Accuracy, or mean squared error of the standardized targets.</param>
public sealed record PublishedAccuracy(string Data, string What, double Value)
{
    /// <summary>Where the numbers are from.</summary>
    public const string Sources =
        "Nearest neighbor and DTW: Dau et al., The UCR Time Series Archive, 2019, and Bagnall et al., The UEA Multivariate "
        + "Time Series Classification Archive, 2018. MLP, Encoder and ResNet, means of 10 trainings: Ismail Fawaz et al., "
        + "Deep learning for time series classification: a review, 2019, and the results beside its code. ROCKET: Dempster "
        + "et al., 2020, and the results beside its code. ETTh1: Zhou et al., Informer, 2021, table 1.";

    /// <summary>All of them, by data set.</summary>
    public static IReadOnlyList<PublishedAccuracy> All { get; } =
    [
        .. Ucr("GunPoint", 0.913, 0.907, 0.927, 0.936, 0.991, 1.0),
        .. Ucr("ECG200", 0.88, 0.77, 0.916, 0.923, 0.874, 0.906),
        .. Ucr("ItalyPowerDemand", 0.955, 0.950, 0.954, 0.965, 0.963, 0.970),
        .. Ucr("SyntheticControl", 0.88, 0.993, 0.976, 0.996, 0.998, 1.0),
        new("BasicMotions", "nearest neighbor", 0.676),
        new("BasicMotions", "its DTW", 0.975),
        new(Ett, "Informer", 0.098),
        new(Ett, "LogTrans", 0.103),
        new(Ett, "DeepAR", 0.107),
        new(Ett, "ARIMA", 0.108),
        new(Ett, "Reformer", 0.222),
    ];

    /// <summary>The data set whose published errors are squared and standardized.</summary>
    public const string Ett = "ETTh1, OT, 96 to 24";

    private static IEnumerable<PublishedAccuracy> Ucr(
        string data, double nearest, double warped, double perceptron, double encoder, double resNet, double rocket) =>
    [
        new(data, "nearest neighbor", nearest), new(data, "its DTW", warped), new(data, "MLP", perceptron),
        new(data, "Encoder", encoder), new(data, "ResNet", resNet), new(data, "ROCKET", rocket),
    ];
}
