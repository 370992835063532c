namespace Bitloom.Cli;

/// <summary>
/// The scripts that shells complete with. Each asks the program itself, by the directive of
/// <see cref="Suggestions"/>, and leaves files to the shell where the program has nothing to say.
/// </summary>
internal static class CompletionScripts
{
    /// <summary>The shells that there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script; null when the shell is not known.</summary>
    public static string? Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "powershell" or "pwsh" => PowerShell,
        _ => null,
    };

    // COMP_WORDS[0] is what the user typed: a path, perhaps, which need not be in the search path. A key of --set ends
    // with =, after which no space may come.
    private const string Bash = """
        # Completion of bitloom in bash. For every shell: echo 'source <(bitloom completion bash)' >> ~/.bashrc
        _bitloom() {
          local word=${COMP_WORDS[COMP_CWORD]} found
          found=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
          mapfile -t COMPREPLY < <(compgen -W "$found" -- "$word")
          if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
        }
        complete -o default -o bashdefault -F _bitloom bitloom ./bitloom

        """;

    private const string Zsh = """
        #compdef bitloom
        # Completion of bitloom in zsh. Put it into a folder of $fpath, as _bitloom.
        _bitloom() {
          local line="${(j: :)words[1,CURRENT]}"
          local -a found
          found=("${(@f)$("$words[1]" "[suggest:${#line}]" "$line" 2>/dev/null)}")
          found=(${found:#})
          if (( ${#found} )); then
            compadd -S '' -- ${(M)found:#*=}
            compadd -- ${found:#*=}
          else
            _files
          fi
        }
        if [[ $funcstack[1] == _bitloom ]]; then _bitloom; else compdef _bitloom bitloom ./bitloom; fi

        """;

    private const string Fish = """
        # Completion of bitloom in fish. Put it into ~/.config/fish/completions/bitloom.fish
        function __bitloom_suggest
            set -l line (commandline -cp)
            bitloom "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c bitloom -a '(__bitloom_suggest)'

        """;

    private const string PowerShell = """
        # Completion of bitloom in PowerShell. For every session: add it to the file that $PROFILE names.
        Register-ArgumentCompleter -Native -CommandName bitloom -ScriptBlock {
            param($word, $line, $position)
            $text = $line.ToString().PadRight($position)
            bitloom "[suggest:$position]" $text 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_)
            }
        }

        """;
}
