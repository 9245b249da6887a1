using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Usage;

/// <summary>The rows of <c>cov_usage</c> that the CRM holds of one source and billing month, and how to make them those of a new snapshot.</summary>
internal sealed class StoredUsage
{
    private const string Table = "cov_usage";
    private const string Source = "cov_source";
    private const string Customer = "cov_customerid";
    private const string Product = "cov_productid";
    private const string ChargeMonth = "cov_chargemonth";
    private const string BillingMonth = "cov_billingmonth";
    private const string Amount = "cov_amount";
    private const string ChargeRows = "cov_chargerows";
    private const int LongestName = 200;

    private readonly Dictionary<RowKey, Entity> _rows = [];
    private readonly List<Entity> _strays = [];
    private readonly string _source;
    private readonly DateOnly _billingMonth;

    private StoredUsage(string source, DateOnly billingMonth, IEnumerable<Entity> rows)
    {
        _source = source;
        _billingMonth = billingMonth;
        foreach (var row in rows)
        {
            // A row whose customer or product was deleted belongs to no key any more; corrections end with what they corrected.
            if (string.Equals(row.GetAttributeValue<string>(Source), source, StringComparison.OrdinalIgnoreCase) && row.GetAttributeValue<EntityReference>(Customer) is { } customer && row.GetAttributeValue<EntityReference>(Product) is { } product)
                _rows.Add(new RowKey(customer.Id, product.Id, DateOnly.FromDateTime(row.GetAttributeValue<DateTime>(ChargeMonth))), row);
            else
                _strays.Add(row);
        }
    }

    /// <summary>Whether nothing is stored of this source and month yet.</summary>
    public bool IsEmpty => _rows.Count + _strays.Count == 0;

    /// <summary>The sum of what is stored.</summary>
    public decimal Total => _rows.Values.Concat(_strays).Sum(row => row.GetAttributeValue<decimal>(Amount));

    public static StoredUsage Load(IOrganizationService service, UsageSnapshot snapshot)
    {
        var query = new QueryExpression(Table) { ColumnSet = new ColumnSet(Source, Customer, Product, ChargeMonth, Amount, ChargeRows) };
        var source = query.Criteria.AddFilter(LogicalOperator.Or);
        source.AddCondition(Source, ConditionOperator.Equal, snapshot.Source);
        source.AddCondition(Source, ConditionOperator.BeginsWith, snapshot.Source + UsageSnapshot.DeltaMark);
        query.Criteria.AddCondition(BillingMonth, ConditionOperator.Equal, Day(snapshot.BillingMonth));
        return new StoredUsage(snapshot.Source, snapshot.BillingMonth, service.All(query));
    }

    /// <summary>What has to be written so that the rows are those of the snapshot; rows that are right already are not touched.</summary>
    public UsageChanges ChangesTo(UsageSnapshot snapshot, UsageReferences references)
    {
        List<Entity> created = [];
        List<Entity> updated = [];
        var unchanged = 0;
        HashSet<RowKey> kept = [];
        foreach (var sum in snapshot.Sums)
        {
            var key = new RowKey(references.Customer(sum), references.Product(sum), sum.Key.ChargeMonth);
            kept.Add(key);
            var amount = StoredAmount.Of(sum.Cost)!.Value;
            if (!_rows.TryGetValue(key, out var stored))
                created.Add(Row(key, sum, amount, snapshot, references.Currency));
            else if (stored.GetAttributeValue<decimal>(Amount) != amount || stored.GetAttributeValue<int>(ChargeRows) != sum.Rows)
                updated.Add(Row(key, sum, amount, snapshot, references.Currency));
            else
                unchanged++;
        }

        var removed = _rows.Where(row => !kept.Contains(row.Key)).Select(row => row.Value).Concat(_strays);
        return new UsageChanges(created, updated, [.. removed.Select(row => row.ToEntityReference())], unchanged);
    }

    private static DateTime Day(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    private Entity Row(RowKey key, UsageSum sum, decimal amount, UsageSnapshot snapshot, EntityReference currency)
    {
        var name = $"{UsageMonth.Text(sum.Key.ChargeMonth)} {sum.Key.Service} - {sum.SubAccountName ?? sum.Key.SubAccount}";
        return new Entity(Table)
        {
            KeyAttributes =
            {
                [Source] = _source,
                [Customer] = new EntityReference("account", key.Customer),
                [Product] = new EntityReference("product", key.Product),
                [ChargeMonth] = Day(key.ChargeMonth),
                [BillingMonth] = Day(_billingMonth),
            },
            ["cov_name"] = Text.Shorten(name, LongestName),
            [Amount] = amount,
            [ChargeRows] = checked((int)sum.Rows),
            ["cov_snapshot"] = snapshot.Id,
            ["transactioncurrencyid"] = currency,
        };
    }

    private readonly record struct RowKey(Guid Customer, Guid Product, DateOnly ChargeMonth);
}
