using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>A client's request as the data of a system job, and back.</summary>
internal static class RequestData
{
    public static string Write(OrganizationRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("request", request.RequestName);
            SdkJson.WriteMembers(json, "parameters", request.Parameters);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static OrganizationRequest Read(string data)
    {
        using var document = JsonDocument.Parse(data);
        var request = new OrganizationRequest(document.RootElement.GetProperty("request").GetString()!);
        SdkJson.ReadMembers(document.RootElement.GetProperty("parameters"), (name, value) => request.Parameters[name] = value);
        return request;
    }
}
