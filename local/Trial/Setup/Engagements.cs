using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>Engages partners with customers: those of the sample, and one for each customer of another usage file.</summary>
public sealed class Engagements
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Engagements(World world) => this.world = world;

    /// <summary>Makes an engagement unless it is there.</summary>
    public void Ensure(Guid customer, string customerName, string partnerCode, string role, DateTime from, DateTime? until)
    {
        if (!world.Partners.TryGetValue(partnerCode, out Guid partner))
        {
            throw new TrialStoppedException($"The sample's engagements name the partner {partnerCode}, whom its partners do not.");
        }

        world.Records.Ensure(
            "cov_engagement",
            [
                ("cov_customerid", new EntityReference("account", customer)),
                ("cov_partnerid", new EntityReference("cov_partner", partner)),
                ("cov_role", Choices.Role(role)),
                ("cov_from", from),
            ],
            row =>
            {
                row["cov_name"] = $"{partnerCode} as {role} with {customerName}";
                row["cov_origin"] = Choices.Imported;
                if (until is { } end)
                {
                    row["cov_until"] = end;
                }
            });
    }

    /// <summary>
    /// Gives each customer whom nobody is engaged with one of the sample's managed-service partners, so that a usage file of one's
    /// own earns something too. Which one follows from the customer's cloud account alone, so it is the same at every run.
    /// </summary>
    /// <returns>How many customers were given a partner.</returns>
    public int GiveEveryCustomerAPartner()
    {
        string[] partners = [.. world.Samples.Partners.Where(line => line.Track == "MSP").Select(line => line.Code).Order(StringComparer.Ordinal)];
        int given = 0;
        foreach (Entity customer in world.Records.All(CustomersWithoutPartner()).ToList())
        {
            string account = customer.Text("cov_cloudaccount");
            int turn = account.Aggregate(0, (sum, letter) => ((sum * 31) + letter) & 0xFFFFFF);
            Ensure(customer.Id, customer.Text("name"), partners[turn % partners.Length], "MSP", FirstUse(customer.Id), until: null);
            given++;
        }

        if (given > 0)
        {
            world.Narrator.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{given} customers of this usage had no partner: the trial engages one of the sample's managed-service partners with each."));
        }

        return given;
    }

    private static QueryExpression CustomersWithoutPartner()
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name", "cov_cloudaccount") };
        query.Criteria.AddCondition("cov_cloudaccount", ConditionOperator.NotNull);
        query.AddOrder("cov_cloudaccount", OrderType.Ascending);
        LinkEntity engagement = query.AddLink("cov_engagement", "accountid", "cov_customerid", JoinOperator.LeftOuter);
        engagement.EntityAlias = "engagement";
        query.Criteria.AddCondition("engagement", "cov_engagementid", ConditionOperator.Null);
        return query;
    }

    private DateTime FirstUse(Guid customer)
    {
        var query = new QueryExpression("cov_usage") { ColumnSet = new ColumnSet("cov_chargemonth"), TopCount = 1 };
        query.Criteria.AddCondition("cov_customerid", ConditionOperator.Equal, customer);
        query.AddOrder("cov_chargemonth", OrderType.Ascending);
        return world.Service.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<DateTime>("cov_chargemonth")
            ?? world.Options.Close.FirstDay;
    }
}
