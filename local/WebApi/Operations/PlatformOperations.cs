using System;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using Microsoft.Crm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>The platform's own functions and actions without a row.</summary>
internal sealed class PlatformOperations(ApiService api)
{
    private static readonly string[] WhoAmIProperties = ["BusinessUnitId", "UserId", "OrganizationId"];

    /// <summary>The version that this runtime answers with; the shape of the platform's.</summary>
    public const string Version = "9.2.0.0";

    public ApiResponse WhoAmI(ApiRequest request)
    {
        var answer = api.Execute(new WhoAmIRequest(), request);
        return new ApiResponse(200, new JsonBody(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", ApiService.Context(request, PathSegment.Namespace + "WhoAmIResponse"));
            foreach (var name in WhoAmIProperties)
            {
                json.WriteString(name, (Guid)answer[name]!);
            }

            json.WriteEndObject();
        }));
    }
}
