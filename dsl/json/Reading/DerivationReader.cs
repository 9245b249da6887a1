using System;
using System.IO;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>Reads derivations as <see cref="ResultText"/> wrote them.</summary>
public static class DerivationReader
{
    /// <summary>The derivation, with everything below it.</summary>
    /// <exception cref="CaseFormatException">The text is no derivation.</exception>
    public static Finding Read(string text)
    {
        using var reader = new StringReader(text);
        return Members.Whole(
            JsonObjects.Of(reader).FirstOrDefault() ?? throw new CaseFormatException(1, "", "holds no derivation"), Read);
    }

    private static Finding Read(Members members) => new(
        members.Text("kind"),
        members.Map("values").ToDictionary(value => value.Name, value => Members.Text(value.Value), StringComparer.Ordinal),
        members.List("children", Read));
}
