namespace CrmAddon.Rules.Checking;

/// <summary>The types of the language. A word is a name whose meaning depends on what it is compared with.</summary>
internal enum ValueKind
{
    Money,
    Percent,
    Number,
    Date,
    Month,
    Days,
    Months,
    Text,
    YesNo,
    Choice,
    Partner,
    Word,
}

internal static class ValueKinds
{
    public static ValueKind Of(FieldType type) => type switch
    {
        FieldType.Money => ValueKind.Money,
        FieldType.Percent => ValueKind.Percent,
        FieldType.Number => ValueKind.Number,
        FieldType.Date => ValueKind.Date,
        FieldType.Text => ValueKind.Text,
        FieldType.YesNo => ValueKind.YesNo,
        FieldType.Choice => ValueKind.Choice,
        _ => ValueKind.Partner,
    };

    /// <summary>Whether values of the kind have an order and can be computed with.</summary>
    public static bool IsQuantity(this ValueKind kind) =>
        kind is ValueKind.Money or ValueKind.Percent or ValueKind.Number or ValueKind.Date or ValueKind.Month
            or ValueKind.Days or ValueKind.Months;

    /// <summary>The kind as messages name one value of it.</summary>
    public static string Named(this ValueKind kind) => kind switch
    {
        ValueKind.Money => "an amount of money",
        ValueKind.Percent => "a percentage",
        ValueKind.Number => "a number",
        ValueKind.Date => "a date",
        ValueKind.Month => "a month",
        ValueKind.Days => "a number of days",
        ValueKind.Months => "a number of months",
        ValueKind.Text => "a text",
        ValueKind.YesNo => "yes or no",
        ValueKind.Choice => "a choice",
        ValueKind.Partner => "a partner",
        _ => "a name",
    };
}
