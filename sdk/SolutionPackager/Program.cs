using CrmAddon.SolutionPackager.Cli;

return PackagerCommand.Run(args, System.Console.Out, System.Console.Error);
