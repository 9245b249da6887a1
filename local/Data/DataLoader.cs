using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Data;

/// <summary>
/// Loads data files through the ordinary messages, as the system user, in one transaction: all of it or nothing. Rows are recognised by their
/// ids; what they say already is not written again, so that loading a second time changes nothing.
/// </summary>
internal sealed class DataLoader
{
    private readonly Organization _organization;
    private readonly Caller _caller;
    private readonly List<Remark> _remarks = [];
    private readonly HashSet<Guid> _inData = [];
    private readonly DataLookups _lookups;

    // What had to wait for rows further down: lookups, states, whole rows.
    private readonly List<(DataItem Item, XElement Field, Entity Part)> _later = [];
    private readonly List<(DataItem Item, XElement Field)> _waiting = [];

    private IReadOnlySet<string> _withoutSteps = new HashSet<string>();

    public DataLoader(Organization organization)
    {
        _organization = organization;
        _caller = new Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null);
        _lookups = new DataLookups(organization, _inData, _remarks.Add);
    }

    /// <summary>Loads folders and files in order.</summary>
    /// <returns>What was left out.</returns>
    /// <exception cref="SolutionException">A file is missing or wrong, or a row was refused; the message has file and line.</exception>
    public IReadOnlyList<Remark> Load(IReadOnlyList<string> paths)
    {
        var packages = paths.Select(DataPackage.Open).ToList();
        _inData.UnionWith(packages.SelectMany(p => p.Items()).Where(i => i.IsRow).Select(i => i.Id));
        _organization.Transactions.Run(() =>
        {
            packages.ForEach(LoadRows);
            return true;
        });
        return _remarks;
    }

    private void LoadRows(DataPackage package)
    {
        _withoutSteps = package.WithoutSteps();
        foreach (var item in package.Items().Where(i => i.IsRow))
        {
            LoadRow(item, isLast: false);
        }

        // Rows that need others to exist go in when those have; what is left then is refused for its own reason.
        while (_waiting.Count > 0)
        {
            var waiting = _waiting.ToList();
            _waiting.Clear();
            waiting.ForEach(w => LoadRow(w.Item, isLast: false));
            if (_waiting.Count == waiting.Count)
            {
                LoadRow(waiting[0].Item, isLast: true);
            }
        }

        foreach (var (item, field, part) in _later)
        {
            Write(item, field, part, isNew: false);
        }

        _later.Clear();
        foreach (var item in package.Items().Where(i => !i.IsRow))
        {
            Pair(item);
        }
    }

    private void LoadRow(DataItem item, bool isLast)
    {
        var table = _organization.Metadata.Find(item.Table)
            ?? throw item.Error(item.Xml, $"the table {item.Table} is declared by no loaded solution.");
        var row = new Entity(table.Name, item.Id);
        var later = new List<(XElement Field, Entity Part)>();
        foreach (var field in item.Xml.Elements().Where(e => e.Name.LocalName == "field"))
        {
            if (!ReadField(item, table, field, row, later, isLast))
            {
                _waiting.Add((item, field));
                return;
            }
        }

        var before = Existing(table, row);
        if (before is null)
        {
            MoveState(item, row, later);
        }
        else
        {
            RemoveEqual(table, row, before);
        }

        if (before is null || row.Attributes.Count > 0)
        {
            Write(item, item.Xml, row, isNew: before is null);
        }

        _later.AddRange(later.Select(l => (item, l.Field, l.Part)));
    }

    /// <summary>Reads one field into the row, or into what is written later; false where the row can't go in yet.</summary>
    private bool ReadField(DataItem item, TableMetadata table, XElement field, Entity row, List<(XElement, Entity)> later, bool isLast)
    {
        var name = field.Attribute("name")?.Value.ToLowerInvariant() ?? throw item.Error(field, "the field has no name.");
        var column = table.FindAny(name) ?? throw item.Error(field, $"the table {table.Name} has no column {name}.");
        if (!column.IsStored)
        {
            _remarks.Add(new Remark(item.Place(field), $"{table.Name}.{name} is left out: rows keep no value of it."));
            return true;
        }

        if (column.Type == ColumnType.File)
        {
            _remarks.Add(new Remark(item.Place(field), $"{table.Name}.{name} is left out: the file itself is not loaded."));
            return true;
        }

        // What only the platform writes is in exports as well.
        if (column.Type == ColumnType.Id || column.IsPlatformOwned)
        {
            return true;
        }

        var text = field.Attribute("value")?.Value;
        if (string.IsNullOrEmpty(text))
        {
            row[name] = null;
            return true;
        }

        if (column.Type != ColumnType.Lookup)
        {
            row[name] = DataValues.Read(column, text, out var expected)
                ?? throw item.Error(field, $"{table.Name}.{name} has the value '{text}': {expected} is expected.");
            return true;
        }

        var target = _lookups.Resolve(item, field, table, column, text, out var isLater);
        if (!isLater || target!.Id == row.Id)
        {
            if (target is not null && isLater)
            {
                later.Add((field, new Entity(table.Name, row.Id) { [name] = target }));
            }
            else if (target is not null)
            {
                row[name] = target;
            }

            return true;
        }

        if (column.Required == RequiredLevel.System && !isLast)
        {
            return false;
        }

        later.Add((field, new Entity(table.Name, row.Id) { [name] = target }));
        return true;
    }

    private Entity? Existing(TableMetadata table, Entity row) => _organization.Rows.Read(
        table, row.Id, [.. row.Attributes.Keys.Select(k => table[k]).Where(c => c.Type != ColumnType.Id)]);

    private static void RemoveEqual(TableMetadata table, Entity row, Entity before)
    {
        foreach (var (name, value) in row.Attributes.ToList())
        {
            before.Attributes.TryGetValue(name, out var old);
            var (now, was) = (Comparable(table[name], value), Comparable(table[name], old));
            if (Equals(now, was) || (now is byte[] one && was is byte[] other && one.AsSpan().SequenceEqual(other)))
            {
                row.Attributes.Remove(name);
            }
        }
    }

    // What SQLite keeps of a value says best whether two are the same.
    private static object? Comparable(ColumnMetadata column, object? value) => value is null ? null : Cells.ToCell(column, value);

    /// <summary>A new row starts in its first state; another one is entered by an update, as in the platform.</summary>
    private static void MoveState(DataItem item, Entity row, List<(XElement, Entity)> later)
    {
        var state = new Entity(row.LogicalName, row.Id);
        foreach (var name in new[] { "statecode", "statuscode" })
        {
            if (row.Attributes.TryGetValue(name, out var value) && value is not null)
            {
                state[name] = value;
                row.Attributes.Remove(name);
            }
        }

        if (state.Attributes.Count > 0)
        {
            later.Add((item.Xml, state));
        }
    }

    private void Write(DataItem item, XElement field, Entity row, bool isNew)
    {
        if (!isNew)
        {
            var table = _organization.Table(row.LogicalName);
            if (Existing(table, row) is { } before)
            {
                RemoveEqual(table, row, before);
            }

            if (row.Attributes.Count == 0)
            {
                return;
            }
        }

        var request = new OrganizationRequest(isNew ? "Create" : "Update") { ["Target"] = row };
        Send(item, field, request, $"{row.LogicalName} {row.Id} is refused");
    }

    private void Pair(DataItem item)
    {
        var name = item.Xml.Attribute("m2mrelationshipname")?.Value
            ?? throw item.Error(item.Xml, "<m2mrelationship> has no attribute m2mrelationshipname.");
        var relation = Relation(name) ?? throw item.Error(item.Xml, $"no loaded solution declares the many-to-many relation {name}.");
        var (source, isFirst) = item.Table == relation.FirstTable ? (relation.FirstTable, true)
            : item.Table == relation.SecondTable ? (relation.SecondTable, false)
            : throw item.Error(item.Xml, $"the relation {name} pairs {relation.FirstTable} with {relation.SecondTable}, not with {item.Table}.");
        var other = isFirst ? relation.SecondTable : relation.FirstTable;
        var intersect = _organization.Table(relation.IntersectTable);
        var key = intersect.Keys.First(k => k.Columns.SequenceEqual([relation.FirstColumn, relation.SecondColumn]));
        foreach (var target in item.Xml.Descendants().Where(e => e.Name.LocalName == "targetid"))
        {
            var id = Guid.TryParse(target.Value, out var parsed) ? parsed : throw item.Error(target, $"'{target.Value}' is no unique identifier.");
            var (first, second) = isFirst ? (item.Id, id) : (id, item.Id);
            if (_organization.Rows.FindByKey(intersect, key, [Cells.ToBytes(first), Cells.ToBytes(second)]) is null)
            {
                var request = new OrganizationRequest("Associate")
                {
                    ["Target"] = new EntityReference(source, item.Id),
                    ["Relationship"] = new Relationship(relation.Name) { PrimaryEntityRole = relation.IsReflexive ? EntityRole.Referencing : null },
                    ["RelatedEntities"] = new EntityReferenceCollection { new(other, id) },
                };
                Send(item, target, request, $"the pair of {source} {item.Id} and {other} {id} is refused");
            }
        }
    }

    // The tool writes the relation's schema name; older files have the name of the table of pairs.
    private ManyToManyMetadata? Relation(string name) => _organization.Metadata.FindRelation(name) as ManyToManyMetadata
        ?? _organization.Metadata.Relations.Values.OfType<ManyToManyMetadata>()
            .FirstOrDefault(r => r.IntersectTable.Equals(name, StringComparison.OrdinalIgnoreCase));

    private void Send(DataItem item, XElement field, OrganizationRequest request, string refusal)
    {
        if (_withoutSteps.Contains(item.Table))
        {
            request["BypassCustomPluginExecution"] = true;
        }

        try
        {
            _organization.Messages.Execute(request, _caller);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw item.Error(field, $"{refusal}: {e.Detail.Message}", e);
        }
    }
}
