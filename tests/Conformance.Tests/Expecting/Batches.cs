using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Expecting;

/// <summary>The responses of a batch in one line: <c>0 ok, 1 fault 0x80040217</c>.</summary>
internal static class Batches
{
    public static string Show(OrganizationResponse response)
    {
        var items = (IEnumerable<ExecuteMultipleResponseItem>)response.Results["Responses"]!;
        return string.Join(", ", items.Select(i => i.Fault is null
            ? string.Create(CultureInfo.InvariantCulture, $"{i.RequestIndex} ok")
            : string.Create(CultureInfo.InvariantCulture, $"{i.RequestIndex} fault 0x{i.Fault.ErrorCode:X8}")));
    }
}
