using System.CommandLine;
using System.IO;

namespace CrmAddon.Worker.Commands;

/// <summary>The option that names a settings file (<see cref="Settings.WorkerSettings"/>).</summary>
internal static class SettingsOption
{
    public static Option<FileInfo> Create() => new Option<FileInfo>("--settings")
    {
        Description = "JSON file with the sections Graph, Notifications, Teams, Months and Usage, which wins over the environment variables of the CRM. Variables of this process " +
            "such as Graph__ClientSecret win over both; secrets belong there.",
    }.AcceptExistingOnly();
}
