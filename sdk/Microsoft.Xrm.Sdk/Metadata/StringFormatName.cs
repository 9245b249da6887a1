using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a text is, for formats that came later as well.</summary>
[DataContract(Name = "StringFormatName", Namespace = ContractNamespaces.Metadata2013)]
public sealed class StringFormatName : ConstantsBase<string>
{
    /// <summary>An e-mail address.</summary>
    public static readonly StringFormatName Email = new() { Value = "Email" };

    /// <summary>JSON.</summary>
    public static readonly StringFormatName Json = new() { Value = "Json" };

    /// <summary>A telephone number.</summary>
    public static readonly StringFormatName Phone = new() { Value = "Phone" };

    /// <summary>A phonetic guide.</summary>
    public static readonly StringFormatName PhoneticGuide = new() { Value = "PhoneticGuide" };

    /// <summary>Formatted text.</summary>
    public static readonly StringFormatName RichText = new() { Value = "RichText" };

    /// <summary>Text.</summary>
    public static readonly StringFormatName Text = new() { Value = "Text" };

    /// <summary>Text of several lines.</summary>
    public static readonly StringFormatName TextArea = new() { Value = "TextArea" };

    /// <summary>A ticker symbol.</summary>
    public static readonly StringFormatName TickerSymbol = new() { Value = "TickerSymbol" };

    /// <summary>An address of a page.</summary>
    public static readonly StringFormatName Url = new() { Value = "Url" };

    /// <summary>A version.</summary>
    public static readonly StringFormatName VersionNumber = new() { Value = "VersionNumber" };

    /// <summary>The constant of this value.</summary>
    public static implicit operator StringFormatName(string value) => new() { Value = value };
}
