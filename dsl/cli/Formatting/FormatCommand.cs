using System.CommandLine;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Formatting;

/// <summary><c>rules format FILES</c>: puts programs into the language's one layout.</summary>
internal static class FormatCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = RuleFiles.Argument();
        var check = new Option<bool>("--check") { Description = "Change nothing; say which files are not in the layout." };
        return new Command("format", "Puts programs into the language's one layout, in place; standard input goes to standard output.") { files, check }
            .Does(terminal, parsed =>
            {
                var isCheck = parsed.GetValue(check);
                return parsed.GetRequiredValue(files).Select(path => Format(path, isCheck, terminal)).ToList().Max();
            });
    }

    private static ExitCode Format(string path, bool isCheck, Terminal terminal)
    {
        try
        {
            var text = InputFile.ReadText(path, terminal);
            var result = RuleFormatter.Format(text);
            foreach (var found in result.Diagnostics)
                terminal.Error.Finding(found, text, InputFile.NameOf(path));
            if (path == "-" && !isCheck)
                terminal.Output.Writer.Write(result.Text);
            else if (result.Changed)
                Change(path, result.Text, isCheck, terminal);
            return !result.Succeeded || (isCheck && result.Changed) ? ExitCode.Findings : ExitCode.Fine;
        }
        catch (InputException e)
        {
            terminal.Error.Line("rules: " + e.Message);
            return ExitCode.Unusable;
        }
    }

    private static void Change(string path, string text, bool isCheck, Terminal terminal)
    {
        if (!isCheck)
            WrittenFile.Replace(path, text);
        terminal.Output.Line($"{InputFile.NameOf(path)}: {(isCheck ? "is not in the language's layout; rules format would change it" : "formatted")}");
    }
}
