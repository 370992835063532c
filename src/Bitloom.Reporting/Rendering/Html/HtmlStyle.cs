namespace Bitloom.Reporting;

/// <summary>The style sheet, part of the page so that nothing is fetched.</summary>
internal static class HtmlStyle
{
    public const string Sheet =
        """
        :root {
          --ink: #1b1f24; --paper: #ffffff; --faint: #5b6570; --line: #d5dae0; --stripe: #f5f7f9;
          --good: #176b3a; --note: #2a5ea8; --warning: #8a5a00; --failure: #b3261e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e4e7eb; --paper: #14171a; --faint: #9aa4af; --line: #333a42; --stripe: #1b1f24;
            --good: #6cc48f; --note: #84b1ef; --warning: #e0ae55; --failure: #f2877f;
          }
        }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { margin: 0 0 .5rem; font-size: 1.8rem; }
        h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; }
        .verdict { margin: 0; font-weight: 600; }
        .origin { margin: .2rem 0 0; color: var(--faint); }
        .good { color: var(--good); }
        .failure { color: var(--failure); }
        .findings { list-style: none; margin: 0; padding: 0; }
        .findings li { padding: .35rem 0 .35rem .8rem; border-left: 3px solid; margin-bottom: .4rem; }
        .findings li.good { border-color: var(--good); color: inherit; }
        .findings li.note { border-color: var(--note); }
        .findings li.warning { border-color: var(--warning); }
        .findings li.failure { border-color: var(--failure); color: inherit; }
        .good strong { color: var(--good); }
        .note strong { color: var(--note); }
        .warning strong { color: var(--warning); }
        .failure strong { color: var(--failure); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; min-width: 20rem; }
        th, td { padding: .3rem .9rem .3rem 0; text-align: left; border-bottom: 1px solid var(--line); }
        th { color: var(--faint); font-weight: 500; }
        tbody tr:nth-child(even) { background: var(--stripe); }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        @media print { main { max-width: none; } }

        """;
}
