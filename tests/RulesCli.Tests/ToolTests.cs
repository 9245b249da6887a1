using System;
using System.Diagnostics;
using System.IO;
using System.Text;

namespace CrmAddon.RulesCli.Tests;

/// <summary>The command as a process, and as the tool that it is installed as.</summary>
[TestClass]
public sealed class ToolTests
{
    [TestMethod]
    public void The_process_writes_UTF_8_without_a_mark_and_ends_with_the_exit_code()
    {
        using var work = new Workplace();
        var file = work.Program("übung.rules", "role MSP\n");

        var (exit, output) = Run("dotnet", Path.Combine(AppContext.BaseDirectory, "rules.dll"), "check", file);

        Assert.AreEqual(1, exit);
        Assert.StartsWith(file + ":12:6: error RUL0205", output);
    }

    [TestMethod]
    public void The_packed_tool_is_installed_from_a_folder_and_runs()
    {
        using var work = new Workplace();
        var feed = Directory.CreateDirectory(work.PathOf("feed")).FullName;
        var tools = work.PathOf("tools");
        var project = Path.Combine(Root(), "dsl", "cli", "CrmAddon.Rules.Cli.csproj");
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        Done(Run("dotnet", "pack", project, "--no-build", "-c", configuration, "-o", feed, "-v", "quiet"));
        var source = work.File("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{feed}" /></packageSources></configuration>""");
        Done(Run("dotnet", "tool", "install", "CrmAddon.Rules.Cli", "--tool-path", tools, "--configfile", source));

        var (exit, output) = Run(Path.Combine(tools, OperatingSystem.IsWindows() ? "rules.exe" : "rules"), "check", work.Program("small.rules", ""));

        Assert.AreEqual((0, "1 file checked: no errors.\n"), (exit, output));
    }

    private static void Done((int Exit, string Output) run) => Assert.AreEqual(0, run.Exit, run.Output);

    private static (int Exit, string Output) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the project's folder.");
        return folder;
    }
}
