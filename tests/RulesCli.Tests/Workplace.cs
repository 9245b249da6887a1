using System;
using System.IO;
using System.Text;
using CrmAddon.Rules.Cli;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.RulesCli.Tests;

/// <summary>A folder with files, in which commands are run; their output names it <c>~/</c>.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rules-").FullName;

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>A smallest program with what is added to it.</summary>
    public string Program(string name, string more) => File(name, Small + more);

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Read(string name) => System.IO.File.ReadAllText(PathOf(name));

    public Ran Run(params string[] arguments) => RunWith("", arguments);

    public Ran RunWith(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = new Screen(output, colours: false, interactive: false),
            Error = new Screen(error, colours: false, interactive: false),
        };
        var exit = RulesCommand.Run(arguments, terminal);
        return new Ran(exit, Named(output.ToString()), Named(error.ToString()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Named(string text) => text.Replace(folder + Path.DirectorySeparatorChar, "~/", StringComparison.Ordinal);

    private const string Small = """
        language 1
        program "Small" in USD

        role MSP, ISV

        credit "Shares"
          for deals and usage
          shares
            MSP 60%
            ISV 40%


        """;
}

/// <summary>How a command ended and what it wrote.</summary>
internal sealed record Ran(int Exit, string Output, string Error);
