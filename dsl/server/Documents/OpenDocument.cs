using System;
using System.Collections.Generic;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Documents;

/// <summary>One version of a document that a client has open.</summary>
internal sealed record OpenDocument(string Uri, int Version, RulesDocument Content)
{
    /// <summary>The next version. Changes apply one after the other, each to what the one before left.</summary>
    public OpenDocument With(int version, IReadOnlyList<ContentChange> changes)
    {
        var content = Content;
        foreach (var change in changes)
            content = new RulesDocument(Applied(content, change), Vocabulary.Standard);
        return new OpenDocument(Uri, version, content);
    }

    public int OffsetOf(Position position) => OffsetOf(Content, position);

    private static string Applied(RulesDocument content, ContentChange change)
    {
        if (change.Range is not { } range)
            return change.Text;
        var start = OffsetOf(content, range.Start);
        var end = int.Max(start, OffsetOf(content, range.End));
        return string.Concat(content.Text.AsSpan(0, start), change.Text, content.Text.AsSpan(end));
    }

    // Beyond the largest number is beyond the end too.
    private static int OffsetOf(RulesDocument content, Position position) =>
        content.OffsetOf(int.Min(position.Line, int.MaxValue - 1) + 1, int.Min(position.Character, int.MaxValue - 1) + 1);
}
