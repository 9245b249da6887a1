using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>The words of the solution files for column types, old and new.</summary>
internal static class ColumnTypes
{
    private static readonly Dictionary<string, ColumnType> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["primarykey"] = ColumnType.Id,
        ["nvarchar"] = ColumnType.Text,
        ["varchar"] = ColumnType.Text,
        ["nchar"] = ColumnType.Text,
        ["char"] = ColumnType.Text,
        ["entityname"] = ColumnType.Text,
        ["phoneticguide"] = ColumnType.Text,
        ["ntext"] = ColumnType.Memo,
        ["text"] = ColumnType.Memo,
        ["memo"] = ColumnType.Memo,
        ["int"] = ColumnType.WholeNumber,
        ["smallint"] = ColumnType.WholeNumber,
        ["tinyint"] = ColumnType.WholeNumber,
        ["bigint"] = ColumnType.BigNumber,
        ["timestamp"] = ColumnType.BigNumber,
        ["decimal"] = ColumnType.Decimal,
        ["numeric"] = ColumnType.Decimal,
        ["float"] = ColumnType.Floating,
        ["real"] = ColumnType.Floating,
        ["money"] = ColumnType.Money,
        ["smallmoney"] = ColumnType.Money,
        ["bit"] = ColumnType.YesNo,
        ["datetime"] = ColumnType.DateTime,
        ["smalldatetime"] = ColumnType.DateTime,
        ["picklist"] = ColumnType.Choice,
        ["multiselectpicklist"] = ColumnType.Choices,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["customer"] = ColumnType.Lookup,
        ["owner"] = ColumnType.Lookup,
        ["uniqueidentifier"] = ColumnType.Guid,
        ["image"] = ColumnType.Image,
        ["file"] = ColumnType.File,
        ["partylist"] = ColumnType.PartyList,
        ["virtual"] = ColumnType.Virtual,
        ["managedproperty"] = ColumnType.Virtual,
        ["hierarchyid"] = ColumnType.Virtual,
    };

    public static ColumnType? Find(string word) => Words.TryGetValue(word, out var type) ? type : null;

    /// <summary>The usual word for a type.</summary>
    public static string WordOf(ColumnType type)
    {
        foreach (var (word, known) in Words)
        {
            if (known == type)
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(type), type, "Every type has a word.");
    }
}
