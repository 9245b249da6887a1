using System.CommandLine;
using System.IO;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Notifications.Graph;
using Microsoft.Extensions.Configuration;

namespace CrmAddon.Worker.Commands;

/// <summary>The settings of delivery: the sections <c>Graph</c> and <c>Notifications</c> of a file, and of the environment, which wins.</summary>
internal static class SettingsOption
{
    public static Option<FileInfo> Create() => new Option<FileInfo>("--settings")
    {
        Description = "JSON file with the sections Graph and Notifications. Environment variables such as Graph__ClientSecret are taken first; secrets belong there.",
    }.AcceptExistingOnly();

    public static (GraphMailOptions Graph, NotificationSenderOptions Notifications) Read(FileInfo? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddJsonFile(file.FullName, optional: false, reloadOnChange: false);
        var settings = builder.AddEnvironmentVariables().Build();
        return (
            settings.GetSection("Graph").Get<GraphMailOptions>() ?? new GraphMailOptions(),
            settings.GetSection("Notifications").Get<NotificationSenderOptions>() ?? new NotificationSenderOptions());
    }
}
