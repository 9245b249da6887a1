using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>Completes a draft as it is saved: its number, who wrote it, the hash of its text and what the checker finds in it.</summary>
internal sealed class RuleDraft(IOrganizationService service, Guid user)
{
    private const int FindingsLength = 100_000;

    private static readonly string[] Derived =
        [RuleVersion.Number, RuleVersion.Author, RuleVersion.Hash, RuleVersion.Findings, RuleVersion.ApprovedBy, RuleVersion.PublishedOn];

    private static readonly string[] Decisive = [RuleVersion.Program, RuleVersion.EffectiveFrom];

    /// <param name="sent">The new row, which is completed.</param>
    public void Begin(Entity sent)
    {
        var program = sent.Lookup(RuleVersion.Program) ?? throw PublishingText.NoProgram();
        Forget(sent);
        var number = NextNumber(program);
        sent[RuleVersion.Number] = number;
        if (sent.Text(RuleVersion.Name).Length == 0)
            sent[RuleVersion.Name] = $"Version {number}";

        Write(sent, sent.Text(RuleVersion.Text));
    }

    /// <summary>Who changes the text, or from when and where it holds, becomes its author: then somebody else has to publish it.</summary>
    /// <param name="before">The draft before.</param>
    /// <param name="sent">The changed columns, which are completed.</param>
    public void Change(Entity before, Entity sent)
    {
        Forget(sent);
        if (sent.Contains(RuleVersion.Text))
            Write(sent, sent.Text(RuleVersion.Text));
        else if (Changes.Of(before, sent).Intersect(Decisive, StringComparer.Ordinal).Any())
            sent[RuleVersion.Author] = new EntityReference("systemuser", user);
    }

    private void Write(Entity sent, string text)
    {
        sent[RuleVersion.Author] = new EntityReference("systemuser", user);
        sent[RuleVersion.Hash] = RulesText.HashOf(text);
        sent[RuleVersion.Findings] = PublishingText.Findings(RuleProgram.Check(text, Vocabulary.Standard).Diagnostics).Cut(FindingsLength);
    }

    private int NextNumber(Guid program)
    {
        var query = Queries.From(RuleVersion.Table, RuleVersion.Number).Where(RuleVersion.Program, program);
        query.AddOrder(RuleVersion.Number, OrderType.Descending);
        return (service.First(query)?.GetAttributeValue<int>(RuleVersion.Number) ?? 0) + 1;
    }

    // What the add-on itself finds out is nobody's to enter.
    private static void Forget(Entity sent)
    {
        foreach (var column in Derived)
            sent.Attributes.Remove(column);
    }
}
