using Bitloom.Cli;
using Bitloom.Pipeline;

var terminal = CommandTerminal.OfProcess();
using var interruption = new Interruption(terminal.Error);
return await new CommandLineApplication(terminal, new BuildPipeline()).RunAsync(args, interruption.Token);
