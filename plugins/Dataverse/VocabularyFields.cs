using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>
/// The fields of the rules' vocabulary that stand in one table: which columns to load, and their values in the rules' own types.
/// A further field of the vocabulary needs no further code here.
/// </summary>
/// <param name="table">Logical name of the table.</param>
internal sealed class VocabularyFields(string table)
{
    private const int FirstOption = 770000000;

    private readonly FieldDefinition[] _fields = Vocabulary.Standard.Fields
        .Where(field => field.Column is not null && string.Equals(field.Table, table, StringComparison.Ordinal))
        .ToArray();

    /// <summary>Columns to load.</summary>
    public IEnumerable<string> Columns => _fields.Select(known => known.Column!);

    /// <summary>Adds the row's values to <paramref name="fields"/>; an empty column is left out, which the rules read as missing.</summary>
    /// <param name="row">A row of the table.</param>
    /// <param name="fields">The values by the field's full name.</param>
    /// <param name="money">Brings an amount of the row into the program's currency.</param>
    /// <param name="partnerCode">Code of a partner by id; null where it is not known.</param>
    public void Read(
        Entity row, Dictionary<string, FieldValue> fields, Func<decimal, decimal> money, Func<Guid, string?> partnerCode)
    {
        foreach (var field in _fields)
        {
            var value = ValueOf(field, row.Contains(field.Column!) ? row[field.Column!] : null, money, partnerCode);
            if (value.IsKnown)
                fields[field.Path] = value;
        }
    }

    /// <summary>The option behind a choice of a field of the standard vocabulary.</summary>
    /// <param name="path">The field's full name.</param>
    /// <param name="choice">One of its choices.</param>
    public static OptionSetValue OptionOf(string path, string choice) => new(FirstOption + Vocabulary.Standard.Fields
        .Single(field => field.Path == path).Choices.Select((name, place) => (name, place)).Single(one => one.name == choice).place);

    private static FieldValue ValueOf(
        FieldDefinition field, object? value, Func<decimal, decimal> money, Func<Guid, string?> partnerCode) => value switch
    {
        OptionSetValue option => FieldValue.OfChoice(field.Choices.ElementAtOrDefault(option.Value - FirstOption)),
        Money amount => FieldValue.OfNumber(money(amount.Value)),
        decimal number => FieldValue.OfNumber(number),
        int number => FieldValue.OfNumber(number),
        double number => FieldValue.OfNumber((decimal)number),
        bool yes => FieldValue.OfYesNo(yes),
        DateTime day => FieldValue.OfDate(day),
        string text => FieldValue.OfText(text),
        EntityReference partner when field.Type == FieldType.Partner => FieldValue.OfPartner(partnerCode(partner.Id)),
        _ => FieldValue.Missing,
    };
}
