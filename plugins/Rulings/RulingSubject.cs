using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Rulings;

/// <summary>What a chain of rulings is about.</summary>
internal abstract record RulingSubject(Guid Program, int Kind)
{
    /// <summary>The deal's judgements.</summary>
    internal sealed record Deal(Guid Program, Guid Opportunity, Guid? Customer) : RulingSubject(Program, RulingRow.KindOf.Deal);

    /// <summary>The judgements of a customer's usage in one month.</summary>
    internal sealed record CustomerMonth(Guid Program, Guid Customer, Month Month)
        : RulingSubject(Program, RulingRow.KindOf.CustomerMonth);

    /// <summary>The limits on what a partner earned in one month; on what all partners did where none is named.</summary>
    internal sealed record PartnerMonth(Guid Program, Guid? Partner, Month Month)
        : RulingSubject(Program, RulingRow.KindOf.PartnerMonth);

    /// <summary>What is taken back on a deal because its customer left in one month.</summary>
    internal sealed record Clawback(Guid Program, Guid Opportunity, Guid Customer, Month Month)
        : RulingSubject(Program, RulingRow.KindOf.Clawback);

    /// <summary>The tier that a partner has earned by one month.</summary>
    internal sealed record Tier(Guid Program, Guid Partner, Month Month) : RulingSubject(Program, RulingRow.KindOf.Tier);

    /// <summary>The condition that finds the subject's rulings.</summary>
    public QueryExpression Restrict(QueryExpression rulings)
    {
        rulings = this switch
        {
            Deal deal => rulings.Where(RulingRow.Opportunity, deal.Opportunity),
            Clawback taken => rulings.Where(RulingRow.Opportunity, taken.Opportunity).Where(RulingRow.Month, taken.Month.FirstDay),
            CustomerMonth usage => rulings.Where(RulingRow.Customer, usage.Customer).Where(RulingRow.Month, usage.Month.FirstDay),
            PartnerMonth cap => (cap.Partner is { } partner
                ? rulings.Where(RulingRow.Partner, partner)
                : rulings.Where(RulingRow.Partner, ConditionOperator.Null)).Where(RulingRow.Month, cap.Month.FirstDay),
            Tier tier => rulings.Where(RulingRow.Partner, tier.Partner).Where(RulingRow.Month, tier.Month.FirstDay),
            _ => throw new InvalidOperationException("No such subject."),
        };
        return rulings.Where(RulingRow.Kind, Kind).Where(RulingRow.Program, Program);
    }

    /// <summary>Writes the subject's columns.</summary>
    public void Describe(Entity ruling)
    {
        ruling[RulingRow.Kind] = new OptionSetValue(Kind);
        ruling[RulingRow.Program] = new EntityReference(Tables.Program.Table, Program);
        switch (this)
        {
            case Deal deal:
                ruling[RulingRow.Opportunity] = new EntityReference(Opportunity.Table, deal.Opportunity);
                ruling[RulingRow.Customer] = deal.Customer is { } customer ? new EntityReference(Account.Table, customer) : null;
                break;
            case Clawback taken:
                ruling[RulingRow.Opportunity] = new EntityReference(Opportunity.Table, taken.Opportunity);
                ruling[RulingRow.Customer] = new EntityReference(Account.Table, taken.Customer);
                ruling[RulingRow.Month] = taken.Month.FirstDay;
                break;
            case CustomerMonth usage:
                ruling[RulingRow.Customer] = new EntityReference(Account.Table, usage.Customer);
                ruling[RulingRow.Month] = usage.Month.FirstDay;
                break;
            case PartnerMonth cap:
                ruling[RulingRow.Partner] = cap.Partner is { } who ? new EntityReference(Partner.Table, who) : null;
                ruling[RulingRow.Month] = cap.Month.FirstDay;
                break;
            case Tier tier:
                ruling[RulingRow.Partner] = new EntityReference(Partner.Table, tier.Partner);
                ruling[RulingRow.Month] = tier.Month.FirstDay;
                break;
        }
    }
}
