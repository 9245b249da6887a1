using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>Reads cases: what <see cref="CaseText"/> wrote, or what a person wrote in the same form.</summary>
public static class CaseReader
{
    /// <summary>Reads one case.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="vocabulary">The fields that it may give, with their types.</param>
    /// <param name="partner">Whom the entries of a partner's month belong to, where the text does not say it.</param>
    /// <exception cref="CaseFormatException">The text is not one case.</exception>
    public static StoredCase Read(string text, Vocabulary vocabulary, string partner = "")
    {
        using var reader = new StringReader(text);
        var objects = JsonObjects.Of(reader).Take(2).ToList();
        return objects.Count == 1
            ? Read(objects[0], vocabulary, partner)
            : throw new CaseFormatException(1, "", objects.Count == 0 ? "holds no case" : "holds more than one case");
    }

    /// <summary>Reads the cases of a list, or of JSON Lines, one by one: memory does not grow with their number.</summary>
    /// <exception cref="CaseFormatException">While enumerating: the next one is no case.</exception>
    public static IEnumerable<StoredCase> ReadAll(TextReader text, Vocabulary vocabulary) =>
        JsonObjects.Of(text).Select(json => Read(json, vocabulary));

    internal static StoredCase Read(JObject json, Vocabulary vocabulary, string partner = "") => Members.Whole<StoredCase>(json, members =>
        (members.TextOrNone("kind") ?? KindOf(members)) switch
        {
            CaseKinds.Deal => new StoredDeal(members, vocabulary),
            CaseKinds.Usage => new StoredUsage(members, vocabulary),
            CaseKinds.Limits => new StoredLimits(members, partner),
            CaseKinds.Partner => new StoredPartner(members, vocabulary),
            CaseKinds.Clawback => new StoredClawback(members, vocabulary),
            CaseKinds.Tier => new StoredTier(members, vocabulary),
            null => throw Members.Wrong(json, "is no case: a deal has a \"date\", a customer's usage has a \"month\""),
            _ => throw members.Wrong("kind", "is deal, usage, limits, partner, clawback or tier"),
        });

    private static string? KindOf(Members members) =>
        members.Has("date") ? CaseKinds.Deal
        : members.Has("rules") ? CaseKinds.Limits
        : members.Has("month") ? CaseKinds.Usage
        : null;
}
