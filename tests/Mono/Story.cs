using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Mono;

/// <summary>One program with published rules, and one deal of 60,000 with four partners that was just won.</summary>
internal static class Story
{
    private const int Option = 770000000;

    /// <summary>Writes the rows; returns the deal.</summary>
    public static Guid Tell(MemoryService rows, string rules)
    {
        var currency = rows.Create(new Entity("transactioncurrency") { ["isocurrencycode"] = "USD", ["exchangerate"] = 1m });
        var program = rows.Create(new Entity("cov_program")
        {
            ["cov_code"] = "CLOUD",
            ["cov_name"] = "Cloud Infrastructure",
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", currency),
            ["cov_openmonth"] = new DateTime(2026, 1, 1),
            ["statecode"] = new OptionSetValue(0),
        });
        rows.Create(new Entity("cov_ruleversion")
        {
            ["cov_programid"] = new EntityReference("cov_program", program),
            ["cov_name"] = "Version 1",
            ["cov_number"] = 1,
            ["cov_text"] = rules,
            ["cov_hash"] = HashOf(rules),
            ["cov_effectivefrom"] = new DateTime(2026, 1, 1),
            ["statuscode"] = new OptionSetValue(2),
        });
        var deal = rows.Create(new Entity("opportunity")
        {
            ["name"] = "Migration",
            ["customerid"] = new EntityReference("account", rows.Create(new Entity("account") { ["name"] = "Larkspur" })),
            ["estimatedvalue"] = new Money(50_000m),
            ["actualvalue"] = new Money(60_000m),
            ["actualclosedate"] = new DateTime(2026, 3, 9),
            ["cov_motion"] = new OptionSetValue(Option + 1),
            ["statecode"] = new OptionSetValue(1),
        });
        Join(rows, deal, "Nimbus", 0);
        Join(rows, deal, "Relay", 1);
        Join(rows, deal, "Harbor", 2);
        Join(rows, deal, "Skyops", 3);
        return deal;
    }

    private static void Join(MemoryService rows, Guid deal, string partner, int role) => rows.Create(new Entity("cov_dealpartner")
    {
        ["statecode"] = new OptionSetValue(0),
        ["cov_opportunityid"] = new EntityReference("opportunity", deal),
        ["cov_partnerid"] = new EntityReference(
            "cov_partner", rows.Create(new Entity("cov_partner") { ["cov_code"] = partner, ["cov_name"] = partner })),
        ["cov_role"] = new OptionSetValue(Option + role),
    });

    private static string HashOf(string rules)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(rules.Replace("\r\n", "\n")));
        return BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
    }
}
