using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>What has to hold before rules decide money.</summary>
internal sealed class PublishChecks(IOrganizationService service)
{
    /// <summary>The language has them; leaving them out here would pay wrong amounts.</summary>
    public const ProgramFeatures NotCarriedOut =
        ProgramFeatures.AcrossCustomers | ProgramFeatures.OwnFields | ProgramFeatures.Marketplace;

    /// <param name="version">The version as it would be published.</param>
    /// <exception cref="Refusal">Something does not hold; the message says what, and what to do.</exception>
    public void Check(Entity version)
    {
        var name = version.Text(RuleVersion.Name);
        var result = RuleProgram.Check(version.Text(RuleVersion.Text), Vocabulary.Standard);
        if (result.Program is not { } rules)
            throw PublishingText.HasErrors(name, result.Diagnostics);

        if ((rules.Features & NotCarriedOut) is var missing and not ProgramFeatures.None)
            throw PublishingText.NotCarriedOut(name, missing);

        if (rules.Roles.FirstOrDefault(role => !Roles.Names.Contains(role, StringComparer.Ordinal)) is { } unknown)
            throw PublishingText.UnknownRole(unknown, Roles.Names);

        var program = ProgramOf(version.Lookup(RuleVersion.Program) ?? throw PublishingText.NoProgram());
        if (!string.Equals(rules.Currency, program.IsoCode, StringComparison.Ordinal))
            throw PublishingText.OtherCurrency(rules.Currency, program.IsoCode);
        if (DigitsKept(program) < rules.MinorDigits)
            throw PublishingText.CoarseCurrency(program.IsoCode, rules.MinorDigits);

        CheckMonth(name, version.Month(RuleVersion.EffectiveFrom) ?? throw PublishingText.NoEffectiveMonth(name), program);
    }

    private void CheckMonth(string name, Month effective, ProgramFacts program)
    {
        // The first version may reach back: there is nothing that it could contradict.
        if (LatestPublished(program.Id) is not { } latest)
            return;

        if (effective <= latest)
            throw PublishingText.NotAfterLatest(name, effective, latest);
        if (effective < program.OpenMonth)
            throw PublishingText.MonthIsClosed(name, effective, program.OpenMonth);
    }

    private Month? LatestPublished(Guid program)
    {
        var query = Queries.From(RuleVersion.Table, RuleVersion.EffectiveFrom)
            .Where(RuleVersion.Program, program)
            .Where(RuleVersion.Status, RuleVersion.StatusOf.Published);
        query.AddOrder(RuleVersion.EffectiveFrom, OrderType.Descending);
        return service.First(query)?.Month(RuleVersion.EffectiveFrom);
    }

    // An amount is stored with as many decimals as the CRM's currency has: with fewer, the ledger would pay less than the rules say.
    private int DigitsKept(ProgramFacts program) => service
        .Retrieve(Currency.Table, program.Currency.Id, new ColumnSet(Currency.Precision))
        .GetAttributeValue<int>(Currency.Precision);

    private ProgramFacts ProgramOf(Guid program) =>
        ProgramFacts.All(service, query => query.Where(Program.Id, program)).SingleOrDefault() ?? throw PublishingText.NoProgram();
}
