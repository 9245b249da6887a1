using System.CommandLine;
using CrmAddon.Worker.Commands;

var root = new RootCommand("Brings the add-on and usage into the CRM and tells partners what happened.")
{
    DeployCommand.Create(),
    UsageCommand.Create(),
    NotificationsCommand.Create(),
    RunCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
