using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Operations;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.Edm;

namespace CrmAddon.Local.WebApi.Documents;

/// <summary>Makes the model of the metadata document.</summary>
internal sealed class EdmModelBuilder(ApiSchema schema, PlatformOperations platform)
{
    private const string Namespace = "Microsoft.Dynamics.CRM";

    private readonly EdmModel _model = new();
    private readonly Dictionary<string, EdmEntityType> _types = [];
    private readonly EdmEntityContainer _container = new(Namespace, "System");
    private readonly EdmEntityType _base = new(Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
    private readonly EdmEntityType _principal = new(Namespace, "principal");

    public IEdmModel Build()
    {
        _model.AddElement(_base);
        _model.AddElement(_principal);
        _principal.AddKeys(_principal.AddStructuralProperty("ownerid", EdmPrimitiveTypeKind.Guid));
        _model.AddElement(_container);
        foreach (var table in schema.Tables)
        {
            AddType(table);
        }

        var sets = schema.Tables.GroupBy(t => t.SetName).ToDictionary(g => g.First().Name, g => _container.AddEntitySet(g.Key, _types[g.First().Name]));
        _container.AddEntitySet("principals", _principal);
        foreach (var table in schema.Tables)
        {
            AddNavigation(table, sets);
        }

        new EdmOperations(_model, _container, _types, _base).Add(schema.Metadata.CustomApis.Values, platform.All);
        return _model;
    }

    private void AddType(ApiTable table)
    {
        var type = new EdmEntityType(Namespace, table.Name, _base);
        foreach (var property in table.Properties.Values)
        {
            var isKey = property.Column.Type == ColumnType.Id;
            var kind = EdmCoreModel.Instance.GetPrimitiveTypeKind(ColumnJson.EdmType(property.Column)["Edm.".Length..]);
            var added = type.AddStructuralProperty(property.Name, EdmCoreModel.Instance.GetPrimitive(kind, isNullable: !isKey));
            if (isKey)
            {
                type.AddKeys(added);
            }
        }

        _types.Add(table.Name, type);
        _model.AddElement(type);
    }

    private void AddNavigation(ApiTable table, Dictionary<string, EdmEntitySet> sets)
    {
        var type = _types[table.Name];
        foreach (var lookup in table.Lookups.Values.Where(l => type.FindProperty(l.Name) is null))
        {
            var target = lookup.Target is null ? _principal : _types.GetValueOrDefault(lookup.Target);
            if (target is not null)
            {
                Add(table, type, lookup.Name, target, lookup.Target, EdmMultiplicity.ZeroOrOne, sets);
            }
        }

        foreach (var collection in table.Collections.Values.Where(c => type.FindProperty(c.Name) is null && _types.ContainsKey(c.Target)))
        {
            Add(table, type, collection.Name, _types[collection.Target], collection.Target, EdmMultiplicity.Many, sets);
        }
    }

    private static void Add(
        ApiTable table, EdmEntityType type, string name, EdmEntityType target, string? targetTable, EdmMultiplicity many, Dictionary<string, EdmEntitySet> sets)
    {
        var navigation = type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = name,
            Target = target,
            TargetMultiplicity = many,
        });
        if (sets.TryGetValue(table.Name, out var set) && targetTable is not null && sets.TryGetValue(targetTable, out var other))
        {
            set.AddNavigationTarget(navigation, other);
        }
    }
}
