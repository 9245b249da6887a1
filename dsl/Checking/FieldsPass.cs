using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>The fields that the program adds to the vocabulary.</summary>
internal static class FieldsPass
{
    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["money"] = FieldType.Money,
        ["percent"] = FieldType.Percent,
        ["number"] = FieldType.Number,
        ["date"] = FieldType.Date,
        ["text"] = FieldType.Text,
        ["yes_no"] = FieldType.YesNo,
        ["choice"] = FieldType.Choice,
        ["partner"] = FieldType.Partner,
    };

    // Where the row of the deal, the customer and the partner stands.
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["deal"] = "opportunity",
        ["customer"] = "account",
        ["partner"] = "cov_partner",
    };

    public static void Run(CheckContext context)
    {
        foreach (var field in context.Syntax.Rules.OfType<FieldSyntax>())
            Add(context, field);
    }

    private static void Add(CheckContext context, FieldSyntax field)
    {
        var path = ((NameExpression)field.Path).Path;
        var parts = path.Split('.');
        if (parts.Length != 2 || parts[0] is not ("deal" or "customer" or "partner"))
        {
            context.Bag.Add(Problems.FieldOfWhat(field.Path.Range, path));
            return;
        }
        if (!Types.TryGetValue(field.Type.Text, out var type))
        {
            context.Bag.Add(Problems.UnknownType(field.Type.Range, field.Type.Text, context.Bag.Nearest(field.Type.Text, Types.Keys)));
            return;
        }
        if (context.Vocabulary.TryFind(path) is not null)
        {
            context.Bag.Add(Problems.DuplicateName(field.Path.Range, "field", path));
            return;
        }
        var column = ((NameExpression)field.Column).Path.Split('.');
        if (column.Length != 2 || column[0] != Tables[parts[0]])
        {
            context.Bag.Add(Problems.ColumnOfWhat(field.Column.Range, parts[0], Tables[parts[0]]));
            return;
        }
        if (field.Choices.Count > 0 && type != FieldType.Choice)
            context.Bag.Add(Problems.ChoicesOfWhat(field.Choices[0].Range, field.Type.Text));
        foreach (var twice in field.Choices.GroupBy(choice => choice.Text).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.DuplicateName(twice.Range, "choice", twice.Text));
        var added = new FieldDefinition
        {
            Path = path,
            Type = type,
            Choices = [.. field.Choices.Select(choice => choice.Text)],
            Table = column[0],
            Column = column[1],
            IsAdded = true,
        };
        context.Vocabulary = context.Vocabulary.With(added);
        context.AddedFields.Add(added);
    }
}
