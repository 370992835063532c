// Measures engines with Yosys, fits the estimates of resources to them, and checks the estimates with others.
//   dotnet run -c Release benchmarks/Calibration.cs -- measure FAMILY FIRST LAST FOLDER   netlists of drawn engines
//   dotnet run -c Release benchmarks/Calibration.cs -- fit FAMILY                         calibration/FAMILY.json
//   dotnet run -c Release benchmarks/Calibration.cs -- clock FAMILY FIRST LAST FOLDER     calibration/timing-FAMILY.*
//   dotnet run -c Release benchmarks/Calibration.cs -- check FAMILY FIRST LAST FOLDER     a page of results
//   dotnet run -c Release benchmarks/Calibration.cs -- table                              the tables of docs/estimation.md
// FAMILY is xc7 or ice40, FIRST and LAST are seeds, FOLDER keeps the netlists. `fit` alone takes seconds.
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property NoWarn=CS7022
using System.Globalization;
using Bitloom.Benchmarks;

return args switch
{
    ["measure", var family, var first, var last, var folder] =>
        await CalibrationRun.MeasureAsync(family, Seed(first), Seed(last), folder),
    ["fit", var family] => CalibrationRun.Fit(family),
    ["clock", var family, var first, var last, var folder] =>
        await TimingRun.RunAsync(family, Seed(first), Seed(last), folder),
    ["check", var family, var first, var last, var folder] =>
        await CalibrationRun.CheckAsync(family, Seed(first), Seed(last), folder),
    ["table"] => EstimationTable.Write(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("measure|clock|check FAMILY FIRST LAST FOLDER, fit FAMILY, or table");
    return 1;
}

static int Seed(string text) => int.Parse(text, CultureInfo.InvariantCulture);
