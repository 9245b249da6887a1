using System;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Gives rules, roles and the partners of examples another name, everywhere, in the checker's own words where it can't be.</summary>
internal static class Renaming
{
    public static TextRange? Range(DocumentReading reading, int offset) =>
        reading.Names.At(offset) is { Kind: not ("field" or "tier" or "product") } place ? place.Range : null;

    public static RenameResult Rename(DocumentReading reading, int offset, string newName)
    {
        if (reading.Names.At(offset) is not { } place)
            return RenameResult.Refused("there is no name here");
        if (place.Kind is "field" or "tier" or "product")
            return RenameResult.Refused($"'{place.Name}' is a name of the CRM and can't be changed here");
        newName = Unquoted(newName.Trim());
        if (newName == place.Name)
            return RenameResult.Of([]);
        if (Refusal(reading, place, newName) is { } refusal)
            return RenameResult.Refused(refusal);
        return RenameResult.Of([.. reading.Names.Same(place).OrderBy(same => same.Range.Offset).Select(same => Edit(reading, same, newName))]);
    }

    private static TextEdit Edit(DocumentReading reading, NamePlace place, string newName)
    {
        if (place.Kind is not ("partner" or "customer") || PartnerNames.Written(newName) is not { } written)
            return new TextEdit(place.Range, newName);
        // Such a name is a word where it can be one; then its quotation marks go.
        return place.IsQuoted
            ? new TextEdit(reading.Lines.Range(place.Range.Offset - 1, place.Range.Length + 2), written)
            : new TextEdit(place.Range, written);
    }

    private static string? Refusal(DocumentReading reading, NamePlace place, string newName)
    {
        if (newName.Length == 0)
            return Problems.EmptyName(place.Range).Message;
        if (newName.Length > HeaderPass.LongestName)
            return Problems.NameTooLong(place.Range, HeaderPass.LongestName).Message;
        if (BadCharacters(newName) is { } bad)
            return bad;
        if (place.Kind == "role" && !PartnerNames.IsWord(newName))
            return $"'{newName}' is not a word, and the name of a role is one";
        if (place.Kind == "role" ? ReservedWords.All.Contains(newName) : place.Kind == "partner" && newName == "house")
            return Problems.ReservedName(place.Range, newName).Message;
        return Clash(reading, place, newName) ?? Unread(reading, place);
    }

    // What the lexer would find in it: quotation marks, line ends, hidden characters and look-alikes.
    private static string? BadCharacters(string name)
    {
        var bag = new DiagnosticBag();
        var tokens = Lexer.Read("\"" + name + "\"", bag);
        return bag.InOrder() is [var found, ..] ? found.Message
            : tokens is not [{ Kind: TokenKind.Text } text, _] || text.Text != name ? "a name has no quotation marks and stands on one line"
            : null;
    }

    private static string? Clash(DocumentReading reading, NamePlace place, string newName)
    {
        // A ledger compares names of rules without case; a rule may change the case of its own.
        var comparison = place.Kind is "role" or "partner" or "customer" or "example" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!reading.Names.Places.Any(other =>
            other.Kind == place.Kind && other.Name != place.Name && string.Equals(other.Name, newName, comparison)))
            return null;
        return (place.Kind is "role" or "partner" or "customer" or "example"
            ? Problems.DuplicateName(place.Range, place.Kind, newName)
            : Problems.DuplicateRule(place.Range, place.Kind, newName)).Message;
    }

    // What could not be read may name it too.
    private static string? Unread(DocumentReading reading, NamePlace place)
    {
        foreach (var rule in reading.Log.Rules.Where(rule => !rule.IsWhole))
        {
            for (var i = rule.Start; i < rule.End; i++)
            {
                if (reading.Tokens[i].Text == place.Name && reading.Log[i].Noun is null)
                    return $"'{place.Name}' also stands in line {reading.Tokens[i].Range.StartLine}, which can't be read; correct that first";
            }
        }
        return null;
    }

    private static string Unquoted(string name) =>
        name.Length >= 2 && name[0] == '"' && name[name.Length - 1] == '"' ? name.Substring(1, name.Length - 2) : name;
}
