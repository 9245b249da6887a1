using System.CommandLine;
using CrmAddon.Worker.Commands;

var root = new RootCommand("Brings usage into the CRM and tells partners what happened.")
{
    UsageCommand.Create(),
    NotificationsCommand.Create(),
    RunCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
