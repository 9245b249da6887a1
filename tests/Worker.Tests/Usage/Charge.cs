using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Worker.Tests.Usage;

/// <summary>A row of a FOCUS file, ordinary in all that a test doesn't say.</summary>
internal sealed record Charge(
    string Cost = "1",
    string SubAccount = "acme",
    string Service = "Compute",
    string Month = "2026-03-01T00:00:00Z",
    string Billed = "2026-03-01T00:00:00Z",
    string Category = "Usage",
    string Class = "NULL",
    string Currency = "USD",
    string Provider = "AWS",
    string BillingAccount = "100",
    string Name = "Acme Ltd")
{
    public const string Header =
        "ProviderName,BillingAccountId,SubAccountId,SubAccountName,ServiceName,BillingCurrency,BillingPeriodStart,ChargePeriodStart," +
        "ChargeCategory,ChargeClass,BilledCost";

    public string Line => string.Join(',', new[]
    {
        Provider, BillingAccount, SubAccount, Name, Service, Currency, Billed, Month, Category, Class, Cost,
    }.Select(text => text.Contains(',', System.StringComparison.Ordinal) ? $"\"{text}\"" : text));

    public static string File(TestFolder folder, params IEnumerable<Charge> charges) =>
        folder.Write("usage.csv", string.Join('\n', charges.Select(charge => charge.Line).Prepend(Header)) + "\n");
}
