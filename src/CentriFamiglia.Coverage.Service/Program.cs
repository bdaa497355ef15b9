using CentriFamiglia.Coverage.Service.Cli;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
