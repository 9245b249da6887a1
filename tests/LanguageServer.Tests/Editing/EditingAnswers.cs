using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Editing;

namespace CrmAddon.Rules.LanguageServer.Tests.Editing;

/// <summary>The answers of the editor services as the cases write them.</summary>
internal static class EditingAnswers
{
    public static string Of(EditingCase asked, string question)
    {
        var document = asked.Document;
        var (verb, rest) = Split(question);
        return verb switch
        {
            "offers" => string.Join('\n', document.Complete(asked.Caret).Select(Written)),
            "inserts" => Visible(asked, Apply(document, [Accepted(document, asked.Caret, rest)])),
            "hovers" => document.Hover(asked.Caret) is { } hover ? Slice(document, hover.Range) + "\n" + hover.Markdown : "nothing",
            "renames" => Visible(asked, Renamed(document, asked.Caret, rest["to ".Length..])),
            "refuses" => document.Rename(asked.Caret, rest).Refusal ?? "nothing is refused",
            "uses" => Visible(asked, Bracketed(document, asked.Caret)),
            "outline" => string.Join('\n', document.Symbols().SelectMany(symbol => Outlined(symbol, ""))),
            "folds" => string.Join('\n', document.Folds().Select(fold => $"{fold.FirstLine}-{fold.LastLine}{(fold.IsComment ? " comment" : "")}")),
            "fixes" => string.Join('\n', document.Fixes(asked.Caret, 0).Select(fix =>
                $"{fix.Finding.Code} {fix.Title}: {Slice(document, fix.Edit.Range)} -> {fix.Edit.NewText}")),
            "formats" when rest == "to" => Visible(asked, Apply(document, document.Format())),
            "formats" => document.Format() is [var edit] ? $"{edit.Range.StartLine}-{edit.Range.EndLine}" : "none",
            "colours" => string.Join('\n', document.Tokens().Where(token => asked.IsWhole || token.Range.Offset >= EditingCase.Header.Length)
                .Select(token => $"{Slice(document, token.Range)} {token.Kind}{(token.IsDefinition ? " defined" : "")}")),
            _ => throw new InvalidOperationException($"No service answers '{question}'."),
        };
    }

    public static IReadOnlyList<string> Offered(EditingCase asked) => [.. asked.Document.Complete(asked.Caret).Select(item => item.Label)];

    public static string Apply(RulesDocument document, IEnumerable<TextEdit> edits)
    {
        var text = new StringBuilder(document.Text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Range.Offset))
            text.Remove(edit.Range.Offset, edit.Range.Length).Insert(edit.Range.Offset, edit.NewText);
        return text.ToString();
    }

    private static (string Verb, string About) Split(string question) =>
        question.Split(' ', 2) is [var verb, var rest] ? (verb, rest) : (question, "");

    private static string Written(CompletionItem item) => item.Detail is null ? item.Label : $"{item.Label}   [{item.Detail}]";

    private static TextEdit Accepted(RulesDocument document, int caret, string label)
    {
        var item = document.Complete(caret).Single(item => item.Label == label);
        return new TextEdit(item.Range, item.InsertText);
    }

    private static string Renamed(RulesDocument document, int caret, string newName)
    {
        var result = document.Rename(caret, newName);
        return result.Refusal is { } refusal ? "refused: " + refusal : Apply(document, result.Edits);
    }

    // Uses stand in brackets, definitions in braces.
    private static string Bracketed(RulesDocument document, int caret) => Apply(document, document.References(caret).Select(use =>
        new TextEdit(use.Range, use.IsDefinition ? "{" + Slice(document, use.Range) + "}" : "[" + Slice(document, use.Range) + "]")));

    private static IEnumerable<string> Outlined(DocumentSymbol symbol, string indent) =>
        [$"{indent}{symbol.Kind} {symbol.Name}", .. symbol.Children.SelectMany(child => Outlined(child, indent + "  "))];

    private static string Slice(RulesDocument document, TextRange range) => document.Text.Substring(range.Offset, range.Length);

    // The header that cases share is shown only where it changed.
    private static string Visible(EditingCase asked, string text) =>
        (!asked.IsWhole && text.StartsWith(EditingCase.Header, StringComparison.Ordinal) ? text[EditingCase.Header.Length..] : text).TrimEnd('\n');
}
