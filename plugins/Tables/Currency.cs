namespace CrmAddon.Plugins.Tables;

/// <summary>A currency; the exchange rate is units of it for one unit of the organisation's base currency.</summary>
internal static class Currency
{
    public const string Table = "transactioncurrency";
    public const string Id = "transactioncurrencyid";
    public const string IsoCode = "isocurrencycode";
    public const string ExchangeRate = "exchangerate";
    public const string Precision = "currencyprecision";
}
