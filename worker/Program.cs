using System.CommandLine;
using CrmAddon.Worker.Commands;

var root = new RootCommand("Brings the add-on and usage into the CRM, tells partners what happened, and closes months on their day.")
{
    DeployCommand.Create(),
    UsageCommand.Create(),
    NotificationsCommand.Create(),
    MonthsCommand.Create(),
    RunCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
