using System;
using System.CommandLine;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli;

/// <summary>How a verb is carried out.</summary>
internal static class Verb
{
    /// <summary>The command with what it does; input that can't be used ends it with a sentence and <see cref="ExitCode.Unusable"/>.</summary>
    public static Command Does(this Command command, Terminal terminal, Func<ParseResult, ExitCode> action)
    {
        command.SetAction(parsed =>
        {
            try
            {
                return (int)action(parsed);
            }
            catch (InputException e)
            {
                terminal.Error.Line("rules: " + e.Message);
                return (int)ExitCode.Unusable;
            }
        });
        return command;
    }
}
