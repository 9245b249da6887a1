using System;
using System.Collections.Generic;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// Decides what a row of a file is: a charge that counts, or a row to set aside, with the reason in a sentence. Corrections need
/// no case of their own: a negation, a new row and a row of <c>ChargeClass</c> Correction all count by their billing period, for
/// the month in which the service was consumed.
/// </summary>
internal sealed class ChargeReader(UsageImportOptions options)
{
    /// <summary>What <c>cov_source</c> and <c>account.cov_cloudaccount</c> hold.</summary>
    private const int LongestId = 200;

    private const string UnnamedService = "Unnamed service";

    private readonly FocusColumn _measure = Enum.Parse<FocusColumn>(options.Measure.ToString());

    /// <summary>The column whose cost counts.</summary>
    public FocusColumn Measure => _measure;

    /// <summary>The currency that rows must have: that of the options, or else of the first row that says one.</summary>
    public string? Currency { get; private set; } = options.Currency;

    /// <summary>Source and billing month of every row that says them, whether it counts or not.</summary>
    public HashSet<(string Source, DateOnly BillingMonth)> Seen { get; } = [];

    /// <summary>Reads a row.</summary>
    /// <returns>Null when the row counts, else why it doesn't.</returns>
    public string? Read(FocusRecord record, out UsageCharge charge)
    {
        charge = default;
        if (record.Defect is not null)
            return record.Defect;

        var provider = Value(record, FocusColumn.ProviderName);
        var billingAccount = Value(record, FocusColumn.BillingAccountId) ?? "";
        var subAccount = Value(record, FocusColumn.SubAccountId) ?? billingAccount;
        if (provider is null)
            return "ProviderName is empty, so that nobody can say which snapshot the row belongs to";
        if (subAccount.Length == 0)
            return "SubAccountId and BillingAccountId are both empty: the row names no customer";
        if (subAccount.Length > LongestId || provider.Length + 1 + billingAccount.Length > LongestId)
            return $"an account id is longer than {LongestId} characters";

        var billed = Value(record, FocusColumn.BillingPeriodStart);
        if (!UsageMonth.TryRead(billed, out var billingMonth))
            return NoDate(FocusColumn.BillingPeriodStart, billed);
        var key = new UsageKey(
            provider, billingAccount, subAccount, Value(record, FocusColumn.ServiceName) ?? UnnamedService, default, billingMonth);
        Seen.Add((key.Source, billingMonth));
        var consumed = Value(record, FocusColumn.ChargePeriodStart);
        if (!UsageMonth.TryRead(consumed, out var chargeMonth))
            return NoDate(FocusColumn.ChargePeriodStart, consumed);

        if (WrongCategory(Value(record, FocusColumn.ChargeCategory)) is { } category)
            return category;
        if (WrongCurrency(Value(record, FocusColumn.BillingCurrency)) is { } currency)
            return currency;

        var cost = Value(record, _measure);
        if (!ExactAmount.TryParse(cost, out var amount))
            return cost is null ? $"{_measure} is empty" : $"{_measure} '{cost}' is no number such as -12.5 or 4.8E-7";

        charge = new UsageCharge(key with { ChargeMonth = chargeMonth }, Value(record, FocusColumn.SubAccountName), amount);
        return null;
    }

    /// <summary>The text of a column, or what the options assume for it.</summary>
    public string? Value(FocusRecord record, FocusColumn column) =>
        record[column] ?? (options.Assumed.TryGetValue(column, out var assumed) ? assumed : null);

    private static string NoDate(FocusColumn column, string? text) =>
        text is null ? $"{column} is empty" : $"{column} '{text}' is no date such as 2026-03-01T00:00:00Z or 2026-03-01";

    private static string? WrongCategory(string? category) => category?.ToUpperInvariant() switch
    {
        "USAGE" or "PURCHASE" or "CREDIT" or "ADJUSTMENT" => null,
        "TAX" => "ChargeCategory Tax is no consumption",
        null => "ChargeCategory is empty",
        _ => $"ChargeCategory '{category}' is none of Usage, Purchase, Tax, Credit and Adjustment",
    };

    private string? WrongCurrency(string? currency)
    {
        if (currency is null)
            return "BillingCurrency is empty";
        Currency ??= currency;
        return string.Equals(currency, Currency, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"BillingCurrency is {currency} and the program's currency {Currency}";
    }
}
