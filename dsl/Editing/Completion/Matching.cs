using System;

namespace CrmAddon.Rules.Editing;

/// <summary>Whether what was typed so far begins a proposal, or a word in it: 'mot' finds deal.motion.</summary>
internal static class Matching
{
    public static bool Matches(string typed, string label)
    {
        for (var i = 0; i + typed.Length <= label.Length; i++)
        {
            if ((i == 0 || !char.IsLetterOrDigit(label[i - 1]))
                && string.Compare(label, i, typed, 0, typed.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        }
        return false;
    }
}
