using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>
/// A row of a table: the columns that are set in <see cref="Attributes"/>, and nothing about those that are not. As the target
/// of a message it carries what is to be written; as an answer what was asked for and is not empty.
/// </summary>
[Serializable]
[DataContract(Name = "Entity", Namespace = ContractNamespaces.V2011)]
[KnownType(typeof(AliasedValue))]
[KnownType(typeof(BooleanManagedProperty))]
[KnownType(typeof(EntityCollection))]
[KnownType(typeof(EntityReference))]
[KnownType(typeof(EntityReferenceCollection))]
[KnownType(typeof(Money))]
[KnownType(typeof(OptionSetValue))]
[KnownType(typeof(OptionSetValueCollection))]
[KnownType(typeof(byte[]))]
public class Entity : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    private AttributeCollection? attributes;
    private FormattedValueCollection? formattedValues;
    private KeyAttributeCollection? keyAttributes;
    private RelatedEntityCollection? relatedEntities;

    /// <summary>A row of no table yet.</summary>
    public Entity()
    {
    }

    /// <summary>A row of a table.</summary>
    public Entity(string entityName) => LogicalName = entityName;

    /// <summary>The row of a table with an id.</summary>
    public Entity(string entityName, Guid id)
        : this(entityName) => Id = id;

    /// <summary>The row of a table with an alternate key of one column.</summary>
    public Entity(string entityName, string keyName, object keyValue)
        : this(entityName) => KeyAttributes.Add(keyName, keyValue);

    /// <summary>The row of a table with an alternate key.</summary>
    public Entity(string entityName, KeyAttributeCollection keyAttributes)
        : this(entityName) => this.keyAttributes = keyAttributes;

    /// <summary>The columns that are set, by logical name.</summary>
    [DataMember]
    public AttributeCollection Attributes
    {
        get => attributes ??= [];
        set => attributes = value;
    }

    /// <summary>What a client did to the row; null if it does not track.</summary>
    [DataMember]
    public EntityState? EntityState { get; set; }

    /// <summary>Values as text for people, where the platform filled them in.</summary>
    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => formattedValues ??= [];
        internal set => formattedValues = value;
    }

    /// <summary>The row's id; empty for a new row that lets the platform choose.</summary>
    [DataMember]
    public virtual Guid Id { get; set; }

    /// <summary>The alternate key that names the row instead of the id.</summary>
    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => keyAttributes ??= [];
        set => keyAttributes = value;
    }

    /// <summary>The table's logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>Rows that are created or were read together with this one.</summary>
    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => relatedEntities ??= [];
        internal set => relatedEntities = value;
    }

    /// <summary>The row's version, where the platform filled it in.</summary>
    [DataMember]
    public string? RowVersion { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }

    /// <summary>The value of a column.</summary>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The column is not set (on reading).</exception>
    public object? this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    /// <summary>Whether the column is set, to whatever value, null included.</summary>
    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>The value of a column; the type's default if the column is not set or empty.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public virtual T? GetAttributeValue<T>(string attributeLogicalName) =>
        Attributes.TryGetValue(attributeLogicalName, out var value) && value is not null ? (T)value : default;

    /// <summary>Gives the value of a column if it is set and of the type.</summary>
    public bool TryGetAttributeValue<T>(string attributeLogicalName, out T value)
    {
        if (Attributes.TryGetValue(attributeLogicalName, out var untyped) && untyped is T typed)
        {
            value = typed;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>The value of a column as text for people; null if the platform gave none.</summary>
    protected virtual string? GetFormattedAttributeValue(string attributeLogicalName) =>
        FormattedValues.TryGetValue(attributeLogicalName, out var text) ? text : null;

    /// <summary>Sets a column, for typed classes.</summary>
    protected virtual void SetAttributeValue(string attributeLogicalName, object? value) =>
        Attributes[attributeLogicalName] = value;

    /// <summary>The same row as a typed class; the collections are shared, not copied.</summary>
    /// <typeparam name="T">A class for the row's table.</typeparam>
    public T ToEntity<T>()
        where T : Entity
    {
        if (this is T same)
            return same;

        var entity = Activator.CreateInstance<T>();
        entity.LogicalName ??= LogicalName;
        entity.attributes = Attributes;
        entity.EntityState = EntityState;
        entity.formattedValues = FormattedValues;
        entity.keyAttributes = KeyAttributes;
        entity.relatedEntities = RelatedEntities;
        entity.RowVersion = RowVersion;
        entity.extensionData = extensionData;
        entity.Id = Id;
        return entity;
    }

    /// <summary>A reference to the row, with its alternate key if it has no id.</summary>
    public EntityReference ToEntityReference() =>
        new(LogicalName, Id) { KeyAttributes = KeyAttributes, RowVersion = RowVersion };
}
