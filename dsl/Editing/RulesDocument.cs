using System;
using System.Collections.Generic;
using System.Threading;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>
/// What an editor asks of one state of a program text: what could be typed here, what this means, where it is named, how it is laid
/// out. Any text will do, half-written ones too; nothing throws over it. Places are offsets into the text, in UTF-16 code units.
/// Immutable and safe for any number of threads: each edit makes another document. What is asked for is computed when it is asked
/// for the first time.
/// </summary>
public sealed class RulesDocument
{
    private readonly Lazy<DocumentReading> reading;
    private readonly Lazy<CheckResult> check;
    private readonly Lazy<LineMap> lines;

    /// <summary>A text in the vocabulary of its environment.</summary>
    public RulesDocument(string text, Vocabulary vocabulary)
    {
        Text = text ?? throw new ArgumentNullException(nameof(text));
        if (vocabulary is null)
            throw new ArgumentNullException(nameof(vocabulary));
        reading = new Lazy<DocumentReading>(() => DocumentReading.Of(text, vocabulary), LazyThreadSafetyMode.ExecutionAndPublication);
        lines = new Lazy<LineMap>(() => new LineMap(text), LazyThreadSafetyMode.ExecutionAndPublication);
        check = new Lazy<CheckResult>(() => RuleProgram.Check(text, vocabulary), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The text as the checker sees it; the slowest of all questions, so an editor asks it when typing pauses.</summary>
    public CheckResult Check => check.Value;

    /// <summary>What could be typed at a place, the likeliest first.</summary>
    public IReadOnlyList<CompletionItem> Complete(int offset) => Completer.Complete(reading.Value, Within(offset));

    /// <summary>What stands at a place and what it means; null where there is nothing to say.</summary>
    public HoverText? Hover(int offset) => Hovers.At(reading.Value, Within(offset), check);

    /// <summary>The rules with their clauses.</summary>
    public IReadOnlyList<DocumentSymbol> Symbols() => SymbolTree.Of(reading.Value);

    /// <summary>Where what is named at a place is defined: more than one place for versions of a rule; none where nothing is named.</summary>
    public IReadOnlyList<TextRange> Definitions(int offset) => reading.Value.Names.Definitions(Within(offset));

    /// <summary>Every place that names what is named at a place.</summary>
    public IReadOnlyList<NameUse> References(int offset) => reading.Value.Names.Uses(Within(offset));

    /// <summary>The name at a place, if it can be given another one.</summary>
    public TextRange? RenameRange(int offset) => Renaming.Range(reading.Value, Within(offset));

    /// <summary>Gives what is named at a place another name everywhere, or says why not.</summary>
    public RenameResult Rename(int offset, string newName) =>
        Renaming.Rename(reading.Value, Within(offset), newName ?? throw new ArgumentNullException(nameof(newName)));

    /// <summary>Lines that can be folded away: rules and blocks of comments.</summary>
    public IReadOnlyList<Fold> Folds() => Folding.Of(reading.Value);

    /// <summary>What each token is, for colours, in the order of the text.</summary>
    public IReadOnlyList<SemanticToken> Tokens() => Colouring.Of(reading.Value);

    /// <summary>What can be done at once about the findings that touch a piece of the text.</summary>
    public IReadOnlyList<QuickFix> Fixes(int offset, int length) => QuickFixes.Of(Check.Diagnostics, Within(offset), Math.Max(0, length));

    /// <summary>The edits that bring the text into the language's layout; none where it has it, or can't be read.</summary>
    public IReadOnlyList<TextEdit> Format() => Reformatting.Of(Text);

    /// <summary>The piece of text from an offset on, with lines and columns.</summary>
    public TextRange RangeOf(int offset, int length)
    {
        var start = Within(offset);
        return lines.Value.Range(start, Math.Max(0, Math.Min(length, Text.Length - start)));
    }

    /// <summary>The offset of a line and column, both counted from 1. Beyond the end of a line is its end; beyond the text is its end.</summary>
    public int OffsetOf(int line, int column) => lines.Value.Offset(Text, line, column);

    private int Within(int offset) => Math.Max(0, Math.Min(offset, Text.Length));
}
