using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Reads the value that an example gives a field.</summary>
internal static class ExampleValue
{
    /// <summary>The value; null where it is not of the field's type.</summary>
    public static FieldValue? Of(FieldDefinition field, Expression expression)
    {
        var word = expression is NameExpression { IsSingleWord: true } name ? name.Path : null;
        return (field.Type, expression) switch
        {
            (FieldType.Money or FieldType.Number, NumberExpression { Currency: null } number) => FieldValue.OfNumber(number.Value),
            (FieldType.Money or FieldType.Number, NegativeExpression { Inner: NumberExpression { Currency: null } number }) =>
                FieldValue.OfNumber(-number.Value),
            (FieldType.Percent, PercentExpression percent) => FieldValue.OfNumber(percent.Rate),
            (FieldType.Date, DateExpression date) => FieldValue.OfDate(date.Day),
            (FieldType.Text, TextExpression text) => FieldValue.OfText(text.Text),
            (FieldType.Partner, TextExpression text) => FieldValue.OfPartner(text.Text),
            (FieldType.Partner, _) when word is not null => FieldValue.OfPartner(word),
            (FieldType.YesNo, _) when word is "yes" or "no" => FieldValue.OfYesNo(word == "yes"),
            (FieldType.Choice, _) when word is not null && (field.Choices.Count == 0 || System.Linq.Enumerable.Contains(field.Choices, word)) =>
                FieldValue.OfChoice(word),
            _ => null,
        };
    }

    /// <summary>What to say of a value that is not of the field's type.</summary>
    public static Diagnostic Wrong(FieldDefinition field, Expression expression) => Problems.ExampleWrong(
        expression.Range, $"{field.Path} is {ValueKinds.Of(field.Type).Named()}",
        field.Choices.Count > 0 ? $"the choices are {string.Join(", ", field.Choices)}" : null);
}
