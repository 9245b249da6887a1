using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A ruling as it is kept: what the rules were told, what they said, and why.</summary>
public sealed class StoredRuling
{
    /// <summary>A ruling out of the columns that keep it.</summary>
    public StoredRuling(string name, string inputs, string result, string? derivation, string? hash, string previousHash)
    {
        Name = name;
        Inputs = inputs;
        Result = result;
        Derivation = derivation;
        Hash = hash;
        PreviousHash = previousHash;
    }

    private StoredRuling(JObject row)
    {
        Name = Part(row, "name") ?? Part(row, "number") ?? "";
        Inputs = Part(row, "inputs") ?? throw Members.Wrong(row, "is no ruling: it has no \"inputs\"");
        Result = Part(row, "result") ?? throw Members.Wrong(row, "is no ruling: it has no \"result\"");
        Derivation = Part(row, "derivation");
        Hash = Part(row, "hash");
        PreviousHash = Part(row, "previoushash") ?? "";
    }

    /// <summary>The ruling's number; empty where it is not given.</summary>
    public string Name { get; }

    /// <summary>The case.</summary>
    public string Inputs { get; }

    /// <summary>The result.</summary>
    public string Result { get; }

    /// <summary>The derivation; null where it was not kept.</summary>
    public string? Derivation { get; }

    /// <summary>
    /// Whom a ruling on the limits of one partner's month is about: its inputs don't say so, but its derivation names whoever was
    /// limited. Empty where nobody was.
    /// </summary>
    public string Partner => Derivation is null ? "" : Limited(DerivationReader.Read(Derivation)) ?? "";

    /// <summary>The hash over the rules, the inputs, the result and the ruling before; null where it was not kept.</summary>
    public string? Hash { get; }

    /// <summary>The hash of the ruling before on the same subject; empty where this is the first.</summary>
    public string PreviousHash { get; }

    /// <summary>
    /// Reads rulings one by one: an object, a list, JSON Lines, the answer of Dataverse's Web API (their list is its <c>value</c>), or
    /// an explanation of the command line (its <c>rulings</c>). Members may have the prefix of
    /// the table's columns (<c>cov_inputs</c>); inputs, result and derivation are texts, as the columns are, or objects.
    /// </summary>
    /// <exception cref="CaseFormatException">While enumerating: the next one is no ruling.</exception>
    public static IEnumerable<StoredRuling> ReadAll(TextReader text) => JsonObjects.Of(text)
        .SelectMany(row => (row["value"] ?? row["rulings"]) is JArray rows ? rows.OfType<JObject>() : [row])
        .Select(row => new StoredRuling(row));

    private static string? Limited(Finding finding) =>
        finding.Kind is "caps.taken" or "caps.added" && finding.Values.TryGetValue("partner", out var partner)
            ? partner
            : finding.Children.Select(Limited).FirstOrDefault(found => found is not null);

    private static string? Part(JObject row, string name) => (row["cov_" + name] ?? row[name]) switch
    {
        null or { Type: JTokenType.Null } => null,
        { Type: JTokenType.String } text => (string)text!,
        JObject json => json.ToString(Newtonsoft.Json.Formatting.None),
        var other => throw Members.Wrong(other, "is a text, or an object"),
    };
}
