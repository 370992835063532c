using Bitloom.Reporting;

namespace Bitloom.Tests.Reporting;

public sealed class FindingRulesTests
{
    [Fact]
    public void RoutedClock_IsGood_WhenItIsReached()
    {
        Only(ExampleReport.Full, "routedClock").ShouldBe(new Finding(
            FindingLevel.Good, "routedClock",
            "The routed bitstream runs at 24 MHz; it could run at 30.54 MHz."));
    }

    [Fact]
    public void RoutedClock_IsAFailure_WhenItIsMissed()
    {
        var report = ExampleReport.Full with { Routing = ExampleReport.Full.Routing! with { ReachedMegahertz = 20 } };

        Only(report, "routedClock").ShouldBe(new Finding(
            FindingLevel.Failure, "routedClock",
            "The routed design reaches 20 MHz, and its clock is 24 MHz: there is no bitstream."));
        report.Verified.ShouldBeFalse();
    }

    [Fact]
    public void Apply_IsSilent_WhenNoStageRan()
    {
        ExampleReport.Minimal.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_PutsTheGravestFirst()
    {
        var report = ExampleReport.Full with { Cycles = new CyclesSection(10, 11, null) };

        report.Findings.Select(finding => finding.Level).ShouldBeInOrder(SortDirection.Descending);
        report.Findings[0].ShouldBe(new Finding(
            FindingLevel.Failure, "cycles", "An inference took 11 cycles, predicted were 10."));
    }

    [Fact]
    public void Agreement_Fails_WhenValuesDiffer()
    {
        var report = ExampleReport.Full with { Agreement = [new AgreementEntry("interpreter", "RTL", 1200, 3)] };

        Only(report, "agreement").ShouldBe(new Finding(
            FindingLevel.Failure, "agreement",
            "RTL differs from interpreter in 3 of 1,200 values: the accelerator must not be used."));
        report.Verified.ShouldBeFalse();
    }

    [Fact]
    public void Agreement_Fails_WhenNothingWasCompared()
    {
        var report = ExampleReport.Full with { Agreement = [new AgreementEntry("interpreter", "RTL", 0, 0)] };

        Only(report, "agreement").ShouldBe(new Finding(
            FindingLevel.Failure, "agreement", "RTL was not compared with interpreter: no values."));
        report.Verified.ShouldBeFalse();
    }

    [Fact]
    public void RtlAccuracy_Fails_OnAnyDifference()
    {
        var report = With(accuracy => accuracy with { Rtl = 0.4033 });

        Only(report, "rtlAccuracy").ShouldBe(new Finding(
            FindingLevel.Failure, "rtlAccuracy",
            "On the 16 windows simulated, the hardware's RMSE is 0.4033, the integer model's is 0.4032: " +
            "they should be equal."));
    }

    [Fact]
    public void FiniteAccuracy_Fails_WhenTrainingDiverged()
    {
        var report = With(accuracy => accuracy with { Float = double.NaN });

        Only(report, "finiteAccuracy").Level.ShouldBe(FindingLevel.Failure);
        JsonReport.Render(report).ShouldContain("\"float\": null");
    }

    [Theory]
    [InlineData(false, 0.9, "The model does not beat the naive prediction: RMSE 0.9 against 0.9.")]
    [InlineData(true, 0.95, "The model beats the naive prediction: RMSE 0.95 against 0.9.")]
    [InlineData(true, 0.85, "The model does not beat the naive prediction: RMSE 0.85 against 0.9.")]
    public void Naive_ComparesInTheMetricsDirection(bool higherIsBetter, double model, string expected)
    {
        var report = With(accuracy => accuracy with
        {
            HigherIsBetter = higherIsBetter,
            Naive = 0.9,
            HardwareExact = model,
        });

        Only(report, "naive").Text.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData(0.5, 0.5099, 0)]
    [InlineData(0.5, 0.5101, 1)]
    [InlineData(0.5, 0.4, 0)]
    public void QuantizationLoss_Warns_AboveTwoPercent(double before, double after, int expected)
    {
        var report = With(accuracy => accuracy with { Float = before, HardwareExact = after });

        report.Findings.Count(finding => finding.Rule == "quantizationLoss").ShouldBe(expected);
    }

    [Fact]
    public void QuantizationLoss_StatesTheLoss()
    {
        var report = With(accuracy => accuracy with { Float = 0.4, HardwareExact = 0.5 });

        Only(report, "quantizationLoss").Text.ShouldBe(
            "Quantization cost accuracy: RMSE went from 0.4 to 0.5 (25.0 % worse). " +
            "Give more bits, or train with quantization for longer.");
    }

    [Fact]
    public void DeviceFit_NamesEachResource_ThatIsExceeded()
    {
        var resources = ExampleReport.Full.Resources! with { Lut = 8123, BlockRam = 10.5 };

        var findings = (ExampleReport.Full with { Resources = resources }).Findings.Where(f => f.Rule == "deviceFit");

        findings.Select(finding => finding.Text).ShouldBe(
            [
                "The accelerator does not fit the xc7s15: it takes 8,123 LUTs, the device has 8,000 (123 too many).",
                "The accelerator does not fit the xc7s15: it takes 10.5 36-kbit memory blocks, the device has 10 " +
                "(0.5 too many).",
            ]);
    }

    [Fact]
    public void DeviceFit_NamesTheTightestResource_WhenItFits()
    {
        Only(ExampleReport.Full, "deviceFit").ShouldBe(new Finding(
            FindingLevel.Good, "deviceFit", "The accelerator fits the xc7s15: 90.0 % of its DSP slices."));
    }

    [Theory]
    [InlineData(0.625, 0)]
    [InlineData(0.626, 1)]
    [InlineData(double.NaN, 1)]
    public void ErrorBound_Fails_AboveTheLimit(double bound, int expected)
    {
        var report = ExampleReport.Full with { ErrorBounds = [new ErrorBoundEntry("embedding", bound, 0.625)] };

        report.Findings.Count(finding => finding.Rule == "errorBound").ShouldBe(expected);
    }

    [Fact]
    public void TrainingLength_AsksForMore_WhenTheLastEpochWasTheBest()
    {
        var report = ExampleReport.Full with { Training = new TrainingSection(40, 40, 0.1, 0.1, 0) };

        Only(report, "trainingLength").Text.ShouldBe(
            "The last of 40 epochs was the best one: more epochs may help.");
    }

    [Fact]
    public void LongestInstruction_StatesItsShare()
    {
        Only(ExampleReport.Full, "longestInstruction").Text.ShouldBe(
            "The longest instruction makes layer0.probabilities: 830 cycles, 91.1 % of the program.");
    }

    [Fact]
    public void Verified_NeedsASimulation()
    {
        var report = ExampleReport.Full with { Cycles = new CyclesSection(10, null, null) };

        report.Verified.ShouldBeFalse();
        Verdict.Of(report).ShouldBe("Not verified: not every comparison was made.");
    }

    [Fact]
    public void Verified_NeedsAComparison()
    {
        (ExampleReport.Full with { Agreement = [] }).Verified.ShouldBeFalse();
    }

    [Fact]
    public void Verified_IsDenied_ByAnyFailure()
    {
        var report = ExampleReport.Full with { ErrorBounds = [new ErrorBoundEntry("output", 2, 0.625)] };

        report.Verified.ShouldBeFalse();
        Verdict.Of(report).ShouldBe("Verification failed: see the findings.");
    }

    [Fact]
    public void Limit_NamesWhatTakesMost_AndWhatWouldFreeSome()
    {
        var report = WithTaken(resources => resources with { BlockRam = 10, Dsp = 3 });

        Only(report, "limit").ShouldBe(new Finding(
            FindingLevel.Note, "limit",
            "The 36-kbit memory blocks are the limit: 10 of 10 are taken. Of the memories, most are in weight (0.5). "
                + "Weights of 4 bits would free 0.5."));
    }

    [Fact]
    public void Limit_SaysSo_WhenNarrowerWeightsFreeNothing()
    {
        var report = WithTaken(resources => resources with { Lut = 7900 }) with
        {
            Savings = [new SavingEntry("weights of 4 bits", 3, -12)],
        };

        Only(report, "limit").Text.ShouldBe(
            "The LUTs are the limit: 7,900 of 8,000 are taken. Of the memories, most are in bank0 (176), weight (31). "
                + "Narrower weights would free none of them.");
    }

    [Fact]
    public void Limit_IsSilent_WhileThereIsRoom()
    {
        WithTaken(resources => resources with { Dsp = 17 }).Findings.ShouldNotContain(finding => finding.Rule == "limit");
    }

    [Fact]
    public void ArrayWait_NamesTheLongestWait()
    {
        Only(ExampleReport.Full, "arrayWait").Text.ShouldBe(
            "The array takes operands in 84.0 % of the cycles. It waits longest, 830 cycles, at layer0.probabilities "
                + "(SOFTMAX).");
    }

    [Fact]
    public void ErrorBand_Warns_WhenTheTestSplitIsOtherThanTheValidationSplit()
    {
        var section = ExampleReport.Full.Forecast!;
        var report = ExampleReport.Full with
        {
            Forecast = section with { Series = [section.Series[0] with { Covered = 0.7 }] },
        };

        Only(report, "errorBand").ShouldBe(new Finding(
            FindingLevel.Warning, "errorBand",
            "The band that holds 90.0 % of the errors of co on the validation split holds 70.0 % on the test split: the "
                + "later data are not like the earlier ones."));
        ExampleReport.Full.Findings.ShouldNotContain(finding => finding.Rule == "errorBand");
    }

    [Fact]
    public void ConfusedClasses_NamesTheMostFrequentMistake()
    {
        Only(ExampleReport.Classes, "confusedClasses").Text.ShouldBe(
            "The most frequent mistake: 2 of 20 windows of class walk & run are taken for sit.");
    }

    [Fact]
    public void ConfusedClasses_IsSilent_WithoutAMistake()
    {
        var perfect = ExampleReport.Classes.Classification! with { Confusion = [[20, 0], [0, 10]] };

        (ExampleReport.Classes with { Classification = perfect }).Findings
            .ShouldNotContain(finding => finding.Rule == "confusedClasses");
    }

    [Fact]
    public void QuantizationError_NamesTheWorstTensor()
    {
        Only(ExampleReport.Full, "quantizationError").Text.ShouldBe(
            "Quantization moves output most: 0.62 LSB of its 8 bits on average, 3.25 at most.");
    }

    private static Report WithTaken(Func<ResourceSection, ResourceSection> change) =>
        ExampleReport.Full with { Resources = change(ExampleReport.Full.Resources!) };

    private static Finding Only(Report report, string rule) => report.Findings.Single(finding => finding.Rule == rule);

    private static Report With(Func<AccuracySection, AccuracySection> change) =>
        ExampleReport.Full with { Accuracy = change(ExampleReport.Full.Accuracy!) };
}
