using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Differential;

/// <summary>A generated row as plain values; a column without a value is not among them.</summary>
internal sealed record MemoryRow(string Table, Guid Id, IReadOnlyDictionary<string, object> Values)
{
    public object? this[string column] => column == Table + "id" ? Id : Values.GetValueOrDefault(column);

    /// <summary>The value as the SDK has it.</summary>
    public object? Sdk(string column)
    {
        var value = this[column];
        if (value is null || column == Table + "id")
        {
            return value;
        }

        return Columns.Of(Table)[column] switch
        {
            Kind.Money => new Money((decimal)value),
            Kind.Choice => new OptionSetValue((int)value),
            Kind.Choices => new OptionSetValueCollection([.. ((int[])value).Select(v => new OptionSetValue(v))]),
            Kind.Lookup => new EntityReference(Columns.Group, (Guid)value),
            _ => value,
        };
    }

    public Entity ToEntity()
    {
        var row = new Entity(Table, Id);
        foreach (var column in Values.Keys)
        {
            row[column] = Sdk(column);
        }

        return row;
    }
}

/// <summary>The generated rows of both tables.</summary>
internal sealed record MemoryData(IReadOnlyList<MemoryRow> Groups, IReadOnlyList<MemoryRow> Items)
{
    public MemoryRow? GroupOf(MemoryRow item) => item[Columns.ToGroup] is Guid id ? Groups.First(g => g.Id == id) : null;

    public IEnumerable<MemoryRow> ItemsOf(MemoryRow group) => Items.Where(i => i[Columns.ToGroup] is Guid id && id == group.Id);
}
