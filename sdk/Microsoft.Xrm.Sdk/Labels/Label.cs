using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A text for people in several languages.</summary>
[DataContract(Name = "Label", Namespace = ContractNamespaces.V2011)]
public sealed class Label : IExtensibleDataObject
{
    private LocalizedLabelCollection? localizedLabels;

    /// <summary>No text.</summary>
    public Label()
    {
    }

    /// <summary>A text in one language.</summary>
    public Label(string label, int languageCode)
        : this(new LocalizedLabel(label, languageCode), null) => LocalizedLabels.Add(UserLocalizedLabel!);

    /// <summary>A text in the user's language and in others.</summary>
    public Label(LocalizedLabel userLocalizedLabel, LocalizedLabel[]? labels)
    {
        UserLocalizedLabel = userLocalizedLabel;
        LocalizedLabels.AddRange(labels);
    }

    /// <summary>The text in all languages.</summary>
    [DataMember]
    public LocalizedLabelCollection LocalizedLabels
    {
        get => localizedLabels ??= [];
        private set => localizedLabels = value;
    }

    /// <summary>The text in the user's language.</summary>
    [DataMember]
    public LocalizedLabel? UserLocalizedLabel { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
