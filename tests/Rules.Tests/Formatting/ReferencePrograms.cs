using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace CrmAddon.Rules.Tests.Formatting;

/// <summary>The programs of the reference's introduction, which people copy.</summary>
internal static class ReferencePrograms
{
    private const string Header = "language 1\nprogram \"Reference\" in USD\n\nrole ISV, Reseller, SI, MSP, Referral\n\n";

    /// <summary>Each as a whole text: a piece of a program stands behind a header.</summary>
    public static IReadOnlyList<string> All()
    {
        var reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference.md")).Replace("\r\n", "\n");
        var introduction = reference.Substring(0, reference.IndexOf("\n## Grammar", StringComparison.Ordinal));
        return [.. Regex.Matches(introduction, "^```[a-z]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Cast<Match>()
            .Select(block => block.Groups[1].Value).SelectMany(text => new[] { text, Header + text })
            .Where(text => RuleFormatter.Format(text).Succeeded)];
    }
}
