using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CrmAddon.Local.WebApi.Serving;

/// <summary>Adds <c>--serve</c> to the command line: the same Dataverse, served to clients instead of tried.</summary>
internal static class ServeCommand
{
    public const int UsualPort = 5000;

    public static RootCommand WithServing(this RootCommand trial)
    {
        var serve = new Option<bool>("--serve") { Description = "Serve the Web API of the local Dataverse on this machine until Ctrl-C, instead of running the trial" };
        var port = new Option<int>("--port") { Description = "With --serve: the port; 0 takes a free one", DefaultValueFactory = _ => UsualPort };
        var solutions = new Option<DirectoryInfo[]>("--solution") { Description = "With --serve: a further unpacked solution; may be repeated", HelpName = "FOLDER", AllowMultipleArgumentsPerToken = true };
        var data = new Option<string[]>("--data") { Description = "With --serve: rows to load first, a folder or zip file of the Configuration Migration tool; may be repeated", HelpName = "FOLDER", AllowMultipleArgumentsPerToken = true };
        var empty = new Option<bool>("--empty") { Description = "With --serve: an environment with the standard tables alone, to import solutions into; the add-on is not there" };
        var throttle = new Option<bool>("--throttle") { Description = "With --serve: keep every user to the platform's service protection limits" };
        var contact = new Option<Guid?>("--portal-contact") { Description = "With --serve: the contact who visits the portal [default: an anonymous visitor]", HelpName = "ID" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port takes a number from 0 to 65535.");
            }
        });
        solutions.Validators.Add(result =>
        {
            foreach (var missing in (result.GetValueOrDefault<DirectoryInfo[]>() ?? []).Where(folder => !folder.Exists))
            {
                result.AddError($"The folder {missing.FullName} does not exist.");
            }
        });
        trial.Add(serve);
        trial.Add(port);
        trial.Add(solutions);
        trial.Add(data);
        trial.Add(empty);
        trial.Add(throttle);
        trial.Add(contact);
        var database = trial.Options.OfType<Option<FileInfo?>>().Single(option => option.Name == "--db");
        var run = (AsynchronousCommandLineAction)trial.Action!;
        trial.SetAction((parsed, stop) => parsed.GetValue(serve)
            ? Task.Run(
                () => new ServeRun(
                    new ServeOptions(
                        parsed.GetValue(database)?.FullName ?? Path.GetFullPath("crmaddon.db"),
                        parsed.GetValue(port),
                        [.. (parsed.GetValue(solutions) ?? []).Select(folder => folder.FullName)],
                        parsed.GetValue(throttle),
                        parsed.GetValue(contact))
                    {
                        Data = parsed.GetValue(data) ?? [],
                        IsEmpty = parsed.GetValue(empty),
                    },
                    Console.Out).RunAsync(stop),
                stop)
            : run.InvokeAsync(parsed, stop));
        return trial;
    }
}
