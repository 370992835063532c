// What searches come to: which models of the published grid fit (fits), how accurate those are that need mixed widths
// (accuracy), fronts against a uniform width (fronts), the optimizer of widths against others (optimizers), energy against
// published rows (energy); verify simulates fronts that were found before, page writes their page.
// Run from anywhere: dotnet run -c Release benchmarks/Exploring.cs -- fits|accuracy|fronts|verify|optimizers|energy|page
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property NoWarn=CS7022
#:property PublishAot=false
using Bitloom.Benchmarks;

var work = Path.Combine(Path.GetTempPath(), "bitloom-exploring");
foreach (var part in args.Length > 0 ? args : ["fits", "accuracy", "fronts", "optimizers", "energy"])
{
    switch (part)
    {
        case "fits":
            FitPage.Write();
            break;
        case "accuracy":
            await FitAccuracyPage.WriteAsync(work);
            break;
        case "fronts":
            await FrontPage.MeasureAsync(work);
            await FrontPage.VerifyAsync(work);
            FrontPage.Write();
            break;
        case "verify":
            await FrontPage.VerifyAsync(work);
            FrontPage.Write();
            break;
        case "optimizers":
            await OptimizerPage.WriteAsync(work);
            break;
        case "energy":
            EnergyPage.Write();
            break;
        case "page":
            FrontPage.Write();
            break;
        default:
            Console.Error.WriteLine($"there is no part '{part}'");
            return 1;
    }
}

return 0;
