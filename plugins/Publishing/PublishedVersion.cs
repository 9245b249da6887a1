using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Publishing;

/// <summary>What may still happen to a published version: who published it and when is noted once; before it takes effect it may be retired.</summary>
internal static class PublishedVersion
{
    private static readonly string[] States = [RuleVersion.State, RuleVersion.Status];
    private static readonly string[] NotedOnce = [RuleVersion.ApprovedBy, RuleVersion.PublishedOn];

    private static readonly string[] Guarded =
    [
        RuleVersion.Name, RuleVersion.Program, RuleVersion.Number, RuleVersion.Text, RuleVersion.Hash, RuleVersion.EffectiveFrom,
        RuleVersion.Author, RuleVersion.Findings, .. NotedOnce, .. States,
    ];

    /// <summary>The status that an update of a version leads to.</summary>
    public static int StatusAfter(Entity before, Entity sent) =>
        Changes.StatusAfter(before, sent, RuleVersion.StatusOf.Draft, RuleVersion.StatusOf.Published);

    /// <exception cref="Refusal">Anything else is asked.</exception>
    public static void Check(Entity before, Entity sent, Month thisMonth)
    {
        var name = before.Text(RuleVersion.Name);
        foreach (var column in Changes.Of(before, sent).Intersect(Guarded, StringComparer.Ordinal))
        {
            if (States.Contains(column, StringComparer.Ordinal))
                CheckRetirement(name, before, sent, thisMonth);
            else if (!NotedOnce.Contains(column, StringComparer.Ordinal) || before.GetAttributeValue<object>(column) is not null)
                throw PublishingText.IsPublished(name);
        }
    }

    private static void CheckRetirement(string name, Entity before, Entity sent, Month thisMonth)
    {
        var isRetirement = before.Option(RuleVersion.Status) == RuleVersion.StatusOf.Published
            && StatusAfter(before, sent) == RuleVersion.StatusOf.Retired;
        if (!isRetirement)
            throw PublishingText.IsPublished(name);
        if (before.Month(RuleVersion.EffectiveFrom) <= thisMonth)
            throw PublishingText.IsInForce(name);
    }
}
