using System;
using System.Globalization;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Work;

/// <summary>The natural key of a work item: a request for the same subject and month finds the same row.</summary>
internal static class WorkKey
{
    public static string Of(string program, string kind, Guid subject, Month month) =>
        string.Join("|", program, kind, subject.ToString("D", CultureInfo.InvariantCulture), month);
}
