using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>A program that nobody wrote. Its rules are in the language's words, one line each, without comments.</summary>
internal sealed record GeneratedProgram(string Header, IReadOnlyList<string> Rules)
{
    /// <summary>The program, a rule on each line.</summary>
    public string Text => Header + "\n" + string.Concat(Rules.Select(rule => rule + "\n"));

    /// <summary>Programs over the whole language. Most of them can be published; all of them can be read.</summary>
    public static Gen<GeneratedProgram> Any { get; } = Choices.Up(600).Select(choices => new ProgramWriter(choices).Write());

    /// <summary>Programs that can be published, checked.</summary>
    public static Gen<(GeneratedProgram Program, RuleProgram Checked)> Publishable { get; } =
        Any.Select(program => (program, RuleProgram.Check(program.Text, Vocabulary.Standard).Program!)).Where(pair => pair.Item2 is not null);

    /// <summary>The same rules in another order.</summary>
    public GeneratedProgram InOrder(Choices choices) => this with { Rules = choices.Shuffled(Rules.ToArray()) };

    public override string ToString() => Text;
}
