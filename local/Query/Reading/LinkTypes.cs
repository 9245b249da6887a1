using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Reading;

/// <summary>FetchXML's names of the kinds of link. Any, not any, all and not all belong into filters.</summary>
internal static class LinkTypes
{
    private static readonly Dictionary<string, JoinOperator> Names = new(StringComparer.Ordinal)
    {
        ["inner"] = JoinOperator.Inner,
        ["outer"] = JoinOperator.LeftOuter,
        ["natural"] = JoinOperator.Natural,
        ["exists"] = JoinOperator.Exists,
        ["in"] = JoinOperator.In,
        ["matchfirstrowusingcrossapply"] = JoinOperator.MatchFirstRowUsingCrossApply,
        ["any"] = JoinOperator.Any,
        ["not any"] = JoinOperator.NotAny,
        ["all"] = JoinOperator.All,
        ["not all"] = JoinOperator.NotAll,
    };

    public static JoinOperator Read(string? name, bool inFilter)
    {
        var join = JoinOperator.Inner;
        if (name is not null && !Names.TryGetValue(name, out join))
        {
            throw Faults.Create(
                QueryErrors.InvalidLinkType,
                $"The only valid values for link-type attribute are 'natural', 'inner','in','exists','matchfirstrowusingcrossapply' and 'outer', and in filters 'any', 'not any', 'all', 'not all'; not '{name}'.");
        }

        Check(join, inFilter);
        return join;
    }

    /// <summary>Refuses a kind of link that does not belong where it is.</summary>
    public static void Check(JoinOperator join, bool inFilter)
    {
        if (inFilter && join is not (JoinOperator.Any or JoinOperator.NotAny or JoinOperator.All or JoinOperator.NotAll))
        {
            throw Faults.Create(
                QueryErrors.InvalidLinkType, $"A link inside a filter is 'any', 'not any', 'all' or 'not all'; not '{NameOf(join)}'.");
        }
    }

    public static string NameOf(JoinOperator join) => Names.First(n => n.Value == join).Key;
}
