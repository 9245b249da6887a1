using System;
using System.IO;
using System.Text;
using Spectre.Console;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>What a command reads from and writes to: UTF-8 without a byte order mark, lines that end with LF.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Standard input, as bytes.</summary>
    public required Stream Input { get; init; }

    /// <summary>What was asked for.</summary>
    public required Screen Output { get; init; }

    /// <summary>What is said beside it: what went wrong, and progress.</summary>
    public required Screen Error { get; init; }

    public static Terminal OfThisProcess()
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = Of(Console.OpenStandardOutput(), Console.Out, Console.IsOutputRedirected),
            Error = Of(Console.OpenStandardError(), Console.Error, Console.IsErrorRedirected),
        };
    }

    public void Dispose()
    {
        Output.Writer.Flush();
        Error.Writer.Flush();
    }

    private static Screen Of(Stream stream, TextWriter console, bool redirected) => new(
        new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = !redirected },
        !redirected && HasColours(console),
        !redirected);

    // Spectre knows NO_COLOR, dumb terminals, and how to have a console of Windows understand colours.
    private static bool HasColours(TextWriter console) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console) }).Profile.Capabilities is
            { Ansi: true, ColorSystem: not ColorSystem.NoColors };
}
