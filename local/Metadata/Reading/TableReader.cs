using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads one Entity.xml: a new table, or further columns and keys of a table that an earlier solution declared.</summary>
internal sealed class TableReader(ColumnReader columns, Dictionary<string, TableMetadata> tables)
{
    public void Read(string path)
    {
        var root = SolutionXml.Load(path);
        var entity = root.Child("EntityInfo")?.Child("entity") ?? throw root.Error("there is no <EntityInfo><entity>.");
        var name = entity.RequiredAttribute("Name").ToLowerInvariant();
        CheckName(entity, name);
        var attributes = entity.Child("attributes")?.Elements().ToList() ?? [];

        if (!tables.TryGetValue(name, out var table))
        {
            if (attributes.Count == 0)
            {
                return; // named only because forms or views of it are part of the solution
            }

            if (!attributes.Exists(a => a.Text("Type") == "primarykey"))
            {
                throw entity.Error($"table {name} is extended here, but no solution declares it: the primarykey column is missing.");
            }

            table = Declare(root, entity, name);
            tables.Add(name, table);
        }

        foreach (var attribute in attributes)
        {
            AddColumn(table, attribute);
        }

        ReadStates(table, entity, attributes);
        ReadKeys(table, entity);
    }

    /// <summary>Logical names go into SQL as they are, so nothing but the platform's own alphabet gets in.</summary>
    public static void CheckName(XElement element, string name)
    {
        if (name.Length is 0 or > 128 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw element.Error($"'{name}' is not a logical name (letters a to z, digits, underscore).");
        }
    }

    private static TableMetadata Declare(XElement root, XElement entity, string name) => new()
    {
        Name = name,
        SchemaName = entity.RequiredAttribute("Name"),
        DisplayName = entity.Child("LocalizedNames").Label() ?? root.Child("Name")?.Attribute("LocalizedName")?.Value ?? name,
        DisplayCollectionName = entity.Child("LocalizedCollectionNames").Label(),
        EntitySetName = entity.Text("EntitySetName")?.ToLowerInvariant() ?? EntitySets.NameOf(name),
        CollectionSchemaName = entity.Text("EntitySetName"),
        Ownership = Ownership(entity),
        PrivilegeName = Privileges.NameOf(name, entity.Flag("IsActivity")),
        HasNotes = entity.Flag("HasRelatedNotes"),
        IsActivity = entity.Flag("IsActivity"),
        IsAuditEnabled = entity.Flag("IsAuditEnabled"),
        ObjectTypeCode = int.TryParse(root.Text("ObjectTypeCode"), CultureInfo.InvariantCulture, out var code) ? code : 0,
        Place = entity.Place(),
    };

    private static TableOwnership Ownership(XElement entity) => entity.Text("OwnershipTypeMask")?.ToLowerInvariant() switch
    {
        null or "none" => TableOwnership.None,
        "orgowned" or "organizationowned" => TableOwnership.Organization,
        "userowned" or "teamowned" => TableOwnership.User,
        "businessowned" or "businessparented" => TableOwnership.BusinessUnit,
        var other => throw entity.Child("OwnershipTypeMask")!.Error($"'{other}' is no ownership of a table."),
    };

    private void AddColumn(TableMetadata table, XElement attribute)
    {
        var column = columns.Read(attribute);
        if (table.FindAny(column.Name) is not { } earlier)
        {
            table.Add(column);
        }
        else if (earlier.Type != column.Type)
        {
            throw attribute.Error($"column {table.Name}.{column.Name} is {column.Type} here and {earlier.Type} in {earlier.Place}.");
        }
        else if (earlier.Place.File == column.Place.File)
        {
            throw attribute.Error($"column {table.Name}.{column.Name} is there twice (first in line {earlier.Place.Line}).");
        }
    }

    private static void ReadStates(TableMetadata table, XElement entity, List<XElement> attributes)
    {
        var state = attributes.Find(a => a.Text("Type") == "state")?.Child("optionset");
        var status = attributes.Find(a => a.Text("Type") == "status")?.Child("optionset");
        if (state is null || status is null)
        {
            return;
        }

        if (ChoiceReader.States(state).Count == 0)
        {
            throw state.Error("the states are empty.");
        }

        var model = new StateModel(ChoiceReader.States(state), ChoiceReader.Statuses(status), entity.Flag("EnforceStateTransitions"));
        foreach (var s in model.States)
        {
            if (model.FindStatus(s.DefaultStatus)?.State != s.Value)
            {
                throw state.Error(FormattableString.Invariant(
                    $"state {s.Value} ({s.Label}) has the default status {s.DefaultStatus}, which is no status of that state."));
            }
        }

        table.States = model;
    }

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

            table.Add(new KeyMetadata(name, key.Child("displaynames").Label() ?? name, names));
        }
    }
}
