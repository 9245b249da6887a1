namespace CrmAddon.Rules.Syntax;

/// <summary>
/// What the grammar calls the names that may stand in a program. Messages say them; editors look up by them what a name means and
/// which ones could stand at a place.
/// </summary>
internal static class Nouns
{
    public const string Role = "a role";
    public const string NewRole = "the name of a role";
    public const string NewRule = "the name of the rule in quotation marks";
    public const string NewExample = "the name of the example in quotation marks";
    public const string NewTier = "the name of a tier";
    public const string CreditRule = "the name of a credit rule in quotation marks";
    public const string CommissionRule = "the name of a commission rule in quotation marks";
    public const string Partner = "the name of a partner";
    public const string Customer = "the name of a customer";
    public const string Product = "the name of a product";
    public const string Tier = "the name of a tier that a partner can have";
    public const string Currency = "a currency such as USD";
    public const string MonthName = "the name of a month such as April";

    /// <summary>A field by its name; where a field is understood a word without its owner.</summary>
    public const string Field = "a field such as deal.motion";

    /// <summary>The second word of a field.</summary>
    public const string FieldPart = "the name of a field";

    /// <summary>What a condition begins with.</summary>
    public const string Operand = "a field such as deal.motion, a figure such as usage, or a value";

    /// <summary>What an expected amount is for.</summary>
    public const string ProductOrCustomer = "the name of a product or a customer";

    /// <summary>What a left side without a test lacks.</summary>
    public const string Comparison = "a comparison (is, <, <=, >, >=)";

    /// <summary>What a number may count, where it is no amount.</summary>
    public const string UnitOfTime = "a unit of time (days, months)";

    public const string MonthCount = "a whole number of months from 1 to 60";
    public const string DayCount = "a whole number of days from 1 to 3,650";

    /// <summary>A value that stands alone.</summary>
    public const string Value = "a value";
}
