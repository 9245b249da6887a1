using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads one table: a new one, or further columns, options and keys of a table that an earlier solution declared.</summary>
internal sealed class TableReader(ColumnReader columns, Dictionary<string, TableMetadata> tables)
{
    public void Read(XElement root)
    {
        // A table without EntityInfo is there for its ribbon or forms only.
        if (root.Child("EntityInfo")?.Child("entity") is not { } entity)
        {
            return;
        }

        var name = entity.RequiredAttribute("Name").ToLowerInvariant();
        CheckName(entity, name);
        var attributes = entity.Child("attributes")?.Elements().ToList() ?? [];
        if (tables.TryGetValue(name, out var table))
        {
            Extend(table, entity);
        }
        else
        {
            if (attributes.Count == 0)
            {
                return; // named only because forms or views of it are part of the solution
            }

            if (!attributes.Exists(a => a.Text("Type") == "primarykey"))
            {
                throw entity.Error($"table {name} is extended here, but no loaded solution declares it: the primarykey column is missing.");
            }

            table = Declare(root, entity, name, attributes);
            tables.Add(name, table);
        }

        AddColumns(table, attributes);
        StateReader.Read(table, entity, attributes);
        ReadKeys(table, entity);
    }

    /// <summary>Logical names go into SQL as they are, so nothing but the platform's own alphabet gets in.</summary>
    public static void CheckName(XElement element, string name)
    {
        if (name.Length is 0 or > 128
            || !char.IsAsciiLetterLower(name[0])
            || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            || name.StartsWith("sqlite_", StringComparison.Ordinal))
        {
            throw element.Error($"'{name}' is not a logical name (letters a to z, digits, underscore; a letter first).");
        }
    }

    /// <summary>Whether an export carries a column of a standard table only because it carries them all.</summary>
    public static bool IsUnmodified(XElement attribute) => attribute.Attribute("unmodified")?.Value == "1";

    private static TableMetadata Declare(XElement root, XElement entity, string name, List<XElement> attributes)
    {
        var isActivity = entity.Flag("IsActivity");
        var set = entity.Text("EntitySetName");
        if (set is not null)
        {
            CheckName(entity.Child("EntitySetName")!, set.ToLowerInvariant());
        }

        return new TableMetadata
        {
            Name = name,
            SchemaName = entity.RequiredAttribute("Name"),
            DisplayName = entity.Child("LocalizedNames").Label() ?? root.Child("Name")?.Attribute("LocalizedName")?.Value ?? name,
            DisplayCollectionName = entity.Child("LocalizedCollectionNames").Label(),
            Labels = entity.Child("LocalizedNames").Text(),
            CollectionLabels = entity.Child("LocalizedCollectionNames").Text(),
            Description = entity.Child("Descriptions").Text(),
            EntitySetName = set?.ToLowerInvariant() ?? EntitySets.NameOf(name),
            CollectionSchemaName = set,
            Ownership = Ownership(entity, attributes),
            PrivilegeName = Privileges.NameOf(name, isActivity),
            HasNotes = entity.Flag("HasRelatedNotes"),
            IsActivity = isActivity,
            KeepsComponents = Platform.KeepsComponents(name),
            IsAuditEnabled = entity.Flag("IsAuditEnabled"),
            ObjectTypeCode = int.TryParse(root.Text("ObjectTypeCode"), CultureInfo.InvariantCulture, out var code) ? code : 0,
            Place = entity.Place(),
        };
    }

    private static void Extend(TableMetadata table, XElement entity)
    {
        table.IsAuditEnabled = entity.Flag("IsAuditEnabled", table.IsAuditEnabled);
        table.HasNotes = entity.Flag("HasRelatedNotes", table.HasNotes);
        if (entity.Child("LocalizedNames").Text() is { } labels)
        {
            table.Labels = labels;
            table.DisplayName = labels.Text;
        }

        if (entity.Child("LocalizedCollectionNames").Text() is { } several)
        {
            table.CollectionLabels = several;
            table.DisplayCollectionName = several.Text;
        }
    }

    private static TableOwnership Ownership(XElement entity, List<XElement> attributes) => entity.Text("OwnershipTypeMask")?.ToLowerInvariant() switch
    {
        // Exports of a standard table leave it out; who owns it shows in its columns.
        null => attributes.Exists(a => a.Text("Type") == "owner") ? TableOwnership.User : TableOwnership.Organization,
        "none" => TableOwnership.None,
        "orgowned" or "organizationowned" => TableOwnership.Organization,
        "userowned" or "teamowned" => TableOwnership.User,
        "businessowned" or "businessparented" => TableOwnership.BusinessUnit,
        _ => throw entity.Child("OwnershipTypeMask")!.Error($"'{entity.Text("OwnershipTypeMask")}' is no ownership of a table."),
    };

    private void AddColumns(TableMetadata table, List<XElement> attributes)
    {
        var here = new Dictionary<string, ColumnMetadata>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            var column = columns.Read(attribute);
            if (!here.TryAdd(column.Name, column))
            {
                throw attribute.Error($"column {table.Name}.{column.Name} is there twice (first in line {here[column.Name].Place.Line}).");
            }

            AddColumn(table, attribute, column);
        }
    }

    private static void AddColumn(TableMetadata table, XElement attribute, ColumnMetadata column)
    {
        if (table.FindAny(column.Name) is not { } earlier)
        {
            if (column.Type == ColumnType.Id && table.PrimaryId is not null)
            {
                throw attribute.Error($"table {table.Name} has two primary keys: {table.PrimaryId.Name} and {column.Name}.");
            }

            table.Add(column);
        }
        else if (!IsUnmodified(attribute))
        {
            if (!IsStoredAlike(earlier.Type, column.Type))
            {
                throw attribute.Error($"column {table.Name}.{column.Name} is {column.Type} here and {earlier.Type} in {earlier.Place}.");
            }

            // The layer on top counts.
            table.Replace(earlier, column);
        }
    }

    private static bool IsStoredAlike(ColumnType one, ColumnType other) =>
        one == other || (one is ColumnType.Text or ColumnType.Memo && other is ColumnType.Text or ColumnType.Memo);

    private static void ReadKeys(TableMetadata table, XElement entity)
    {
        foreach (var key in entity.Child("EntityKeys")?.Elements() ?? [])
        {
            var name = (key.Text("LogicalName") ?? key.RequiredText("Name")).ToLowerInvariant();
            CheckName(key, name);
            var names = (key.Child("EntityKeyAttributes")?.Elements() ?? []).Select(a => a.Value.Trim().ToLowerInvariant()).ToList();
            if (names.Find(n => !table.Has(n)) is { } unknown)
            {
                throw key.Error($"key {name} names column {unknown}, which table {table.Name} does not have.");
            }

            if (names.Count == 0)
            {
                throw key.Error($"key {name} names no column.");
            }

            if (!table.Keys.Any(k => k.Name == name || k.Columns.SequenceEqual(names)))
            {
                table.Add(new KeyMetadata(name, key.Child("displaynames").Label() ?? name, names) { SchemaName = key.Text("Name") });
            }
        }
    }
}
