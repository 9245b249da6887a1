using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Whether a column has to be filled in, as far as a managed solution lets that be changed.</summary>
[DataContract(Name = "AttributeRequiredLevelManagedProperty", Namespace = ContractNamespaces.Metadata2011)]
public sealed class AttributeRequiredLevelManagedProperty : ManagedProperty<AttributeRequiredLevel>
{
    /// <summary>A level.</summary>
    public AttributeRequiredLevelManagedProperty(AttributeRequiredLevel value)
        : base("canmodifyrequirementlevelsettings") => Value = value;
}
