using System.Collections.Generic;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>A table as the wire needs it.</summary>
internal sealed record TableDefinition(TableName Name, IReadOnlyDictionary<string, ColumnDefinition> Columns)
{
    public string LogicalName => Name.LogicalName;

    public string PrimaryId => Name.PrimaryId;

    public ColumnDefinition? Find(string column) => Columns.GetValueOrDefault(column);

    /// <summary>The column of a name.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The table has no such column.</exception>
    public ColumnDefinition Column(string column) => Find(column) ?? throw WireFaults.UnknownColumn(LogicalName, column);
}
