using CrmAddon.Rules.Cli;
using CrmAddon.Rules.Cli.Printing;

using var terminal = Terminal.OfThisProcess();
return RulesCommand.Run(args, terminal);
