using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk;

/// <summary>A text for people in one language.</summary>
[DataContract(Name = "LocalizedLabel", Namespace = ContractNamespaces.V2011)]
public sealed class LocalizedLabel : MetadataBase
{
    /// <summary>No text.</summary>
    public LocalizedLabel()
    {
    }

    /// <summary>A text and its language.</summary>
    public LocalizedLabel(string label, int languageCode)
    {
        Label = label;
        LanguageCode = languageCode;
    }

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>The text.</summary>
    [DataMember]
    public string? Label { get; set; }

    /// <summary>Number of the language, such as 1033 for English (United States).</summary>
    [DataMember]
    public int LanguageCode { get; set; }
}
