using System;
using System.Globalization;
using System.Text.Json;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>A function or an action of the platform: how its message is made of a call, and how its answer is written.</summary>
/// <param name="Name">Its name, case-sensitive.</param>
/// <param name="IsFunction">Functions take GET, actions POST.</param>
/// <param name="Message">Makes the message; the row is the one that it is bound to.</param>
internal sealed record PlatformOperation(string Name, bool IsFunction, Func<OperationArguments, EntityReference?, OrganizationRequest?> Message)
{
    /// <summary>The tables whose rows it is bound to; none: it stands by itself.</summary>
    public string[] BoundTo { get; init; } = [];

    /// <summary>Writes the members of the answer; null: there is none.</summary>
    public Action<Utf8JsonWriter, OrganizationResponse?, OperationArguments, ApiRequest>? Answer { get; init; }

    /// <summary>Writes simple results under their own names.</summary>
    public static Action<Utf8JsonWriter, OrganizationResponse?, OperationArguments, ApiRequest> Results(params string[] names) => (json, answer, _, _) =>
    {
        foreach (var name in names)
        {
            switch (answer![name])
            {
                case Guid id:
                    json.WriteString(name, id);
                    break;
                case long number:
                    json.WriteNumber(name, number);
                    break;
                case decimal number:
                    json.WriteNumber(name, number);
                    break;
                case var other:
                    json.WriteString(name, Convert.ToString(other, CultureInfo.InvariantCulture));
                    break;
            }
        }
    };
}
