using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Rows: one page of a query's answer, the targets of a message for many, or the parties of an activity.</summary>
[Serializable]
[DataContract(Name = "EntityCollection", Namespace = ContractNamespaces.V2011)]
public sealed class EntityCollection : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    private DataCollection<Entity>? entities;

    /// <summary>No row.</summary>
    public EntityCollection()
    {
    }

    /// <summary>These rows.</summary>
    public EntityCollection(IList<Entity> list) => entities = new DataCollection<Entity>(list);

    /// <summary>The rows in their order.</summary>
    [DataMember]
    public DataCollection<Entity> Entities
    {
        get => entities ??= [];
        private set => entities = value;
    }

    /// <summary>Logical name of the rows' table.</summary>
    [DataMember]
    public string? EntityName { get; set; }

    /// <summary>Lowest value of a range, where a message uses it.</summary>
    [DataMember]
    public string? MinActiveRowVersion { get; set; }

    /// <summary>Whether there is a further page.</summary>
    [DataMember]
    public bool MoreRecords { get; set; }

    /// <summary>What the query for the next page has to carry; null without a further page.</summary>
    [DataMember]
    public string? PagingCookie { get; set; }

    /// <summary>Number of rows of all pages (at most 5,000) if the query asked for it, else -1.</summary>
    [DataMember]
    public int TotalRecordCount { get; set; }

    /// <summary>Whether there are more rows than the count tells.</summary>
    [DataMember]
    public bool TotalRecordCountLimitExceeded { get; set; }

    /// <summary>The row at an index.</summary>
    public Entity this[int index]
    {
        get => Entities[index];
        set => Entities[index] = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}
