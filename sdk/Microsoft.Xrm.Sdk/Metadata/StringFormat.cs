using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a text is.</summary>
[DataContract(Name = "StringFormat", Namespace = ContractNamespaces.Metadata2011)]
public enum StringFormat
{
    /// <summary>An e-mail address.</summary>
    [EnumMember]
    Email = 0,

    /// <summary>Text.</summary>
    [EnumMember]
    Text = 1,

    /// <summary>Text of several lines.</summary>
    [EnumMember]
    TextArea = 2,

    /// <summary>An address of a page.</summary>
    [EnumMember]
    Url = 3,

    /// <summary>A ticker symbol.</summary>
    [EnumMember]
    TickerSymbol = 4,

    /// <summary>A phonetic guide.</summary>
    [EnumMember]
    PhoneticGuide = 5,

    /// <summary>A version.</summary>
    [EnumMember]
    VersionNumber = 6,

    /// <summary>A telephone number.</summary>
    [EnumMember]
    Phone = 7,

    /// <summary>JSON.</summary>
    [EnumMember]
    Json = 8,

    /// <summary>Formatted text.</summary>
    [EnumMember]
    RichText = 9,
}
