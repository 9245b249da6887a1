using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>Texts for people as the SDK has them. The user's language is English here.</summary>
internal static class DefinitionLabels
{
    private const int English = 1033;

    public static Label Of(LocalText? texts, string? otherwise = null)
    {
        if (texts is null)
        {
            return otherwise is null ? new Label() : new Label(otherwise, English);
        }

        var all = texts.All.Select(t => new LocalizedLabel(t.Text, t.Language)).ToArray();
        return new Label(all.First(l => l.Label == texts.Text), all);
    }
}
