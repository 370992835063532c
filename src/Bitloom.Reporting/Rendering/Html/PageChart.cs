namespace Bitloom.Reporting;

/// <summary>A chart's place in the page.</summary>
/// <param name="Kind">The script that draws it: <c>charts.Kind</c> of Html/Page.</param>
/// <param name="Description">What it shows, in words, for those who do not see it.</param>
/// <param name="Part">Which of several it is, such as a memory's name.</param>
/// <param name="Title">Above the chart; null where the section's title says it all.</param>
internal sealed record PageChart(string Kind, string Description, string? Part = null, string? Title = null);
