using System;
using System.CommandLine;
using System.Threading;
using CrmAddon.Rules.LanguageServer.Connection;

// Standard output belongs to the protocol: whatever else would be written there goes where the log goes.
var input = Console.OpenStandardInput();
var output = Console.OpenStandardOutput();
var command = new RootCommand("Language server of the rules language. Speaks the Language Server Protocol over standard input and output.")
{
    new Option<bool>("--stdio") { Description = "Standard input and output, as many editors ask for; there is no other way." },
};
command.SetAction((_, _) =>
{
    Console.SetOut(Console.Error);
    return Server.RunAsync(input, output, Console.Error);
});
return await command.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
