using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Writes the days on which a rule is in effect, which steps hold as <c>from 2026-01-01 until 2026-12-31</c>.</summary>
internal static class PeriodText
{
    public static string Write(Language language, string period)
    {
        var until = period.IndexOf("until ", StringComparison.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (period.StartsWith("from ", StringComparison.Ordinal))
            values["from"] = (until < 0 ? period.Substring(5) : period.Substring(5, until - 5)).Trim();
        if (until >= 0)
            values["until"] = period.Substring(until + 6);
        var kind = values.Count == 2 ? "period.both" : values.ContainsKey("from") ? "period.from" : "period.until";
        return values.Count == 0 ? period : language.Templates[kind].Fill(language, values);
    }
}
