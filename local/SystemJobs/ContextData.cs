using System.Buffers;
using System.Text;
using System.Text.Json;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Pipeline.Steps;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>A step's context as the data of a system job, images and shared variables included, and back.</summary>
internal static class ContextData
{
    public static string Write(PluginContext context)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteOperation(json, context);
            json.WriteString("operationCreatedOn", context.OperationCreatedOn);
            WriteImages(json, "before", context.PreEntityImagesCollection);
            WriteImages(json, "after", context.PostEntityImagesCollection);
            json.WritePropertyName("parents");
            json.WriteStartArray();
            for (var parent = context.Operation.Caller.Parent; parent is not null; parent = parent.Operation.Caller.Parent)
            {
                json.WriteStartObject();
                WriteOperation(json, parent);
                json.WriteNumber("stage", parent.Stage);
                json.WriteNumber("mode", parent.Mode);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static PluginContext Read(Job job, Step step, Organization organization)
    {
        using var document = JsonDocument.Parse(job.Data);
        var root = document.RootElement;
        PluginContext? parent = null;
        var parents = root.GetProperty("parents");
        for (var i = parents.GetArrayLength() - 1; i >= 0; i--)
        {
            var element = parents[i];
            parent = new PluginContext(
                ReadOperation(element, parent, organization), element.GetProperty("stage").GetInt32(), element.GetProperty("mode").GetInt32(), organization);
        }

        return new PluginContext(ReadOperation(root, parent, organization), (int)step.Stage, (int)step.Mode, organization)
        {
            Step = step.Reference,
            RunAs = step.RunAs,
            OperationId = job.Id,
            PreEntityImagesCollection = ReadImages(root.GetProperty("before")),
            PostEntityImagesCollection = ReadImages(root.GetProperty("after")),
        };
    }

    private static void WriteOperation(Utf8JsonWriter json, PluginContext context)
    {
        json.WriteString("message", context.MessageName);
        json.WriteString("table", context.Operation.Table);
        json.WriteString("rowId", context.PrimaryEntityId);
        json.WriteString("userId", context.Operation.Caller.UserId);
        json.WriteString("initiatingUserId", context.InitiatingUserId);
        json.WriteString("correlationId", context.CorrelationId);
        json.WriteString("requestId", context.Operation.RequestId);
        json.WriteNumber("depth", context.Depth);
        json.WriteString("createdOn", context.OperationCreatedOn);
        SdkJson.WriteMembers(json, "inputs", context.InputParameters);
        SdkJson.WriteMembers(json, "outputs", context.OutputParameters);
        SdkJson.WriteMembers(json, "shared", context.Operation.Shared);
        SdkJson.WriteMembers(json, "outerShared", context.Operation.OuterShared);
    }

    private static Operation ReadOperation(JsonElement json, PluginContext? parent, Organization organization)
    {
        var caller = new Caller(json.GetProperty("userId").GetGuid(), json.GetProperty("initiatingUserId").GetGuid(), parent);
        var operation = new Operation(json.GetProperty("message").GetString()!, json.GetProperty("table").GetString(), caller, json.GetProperty("createdOn").GetDateTime())
        {
            RowId = json.GetProperty("rowId").GetGuid(),
            Depth = json.GetProperty("depth").GetInt32(),
            CorrelationId = json.GetProperty("correlationId").GetGuid(),
            RequestId = json.GetProperty("requestId").GetGuid(),
        };
        SdkJson.ReadMembers(json.GetProperty("inputs"), (name, value) => operation.Inputs[name] = value);
        SdkJson.ReadMembers(json.GetProperty("outputs"), (name, value) => operation.Outputs[name] = value);
        SdkJson.ReadMembers(json.GetProperty("shared"), (name, value) => operation.Shared[name] = value);
        SdkJson.ReadMembers(json.GetProperty("outerShared"), (name, value) => operation.OuterShared[name] = value);
        return operation;
    }

    private static void WriteImages(Utf8JsonWriter json, string name, EntityImageCollection[] rows)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (alias, image) in row)
            {
                json.WritePropertyName(alias);
                SdkJson.Write(json, image);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static EntityImageCollection[] ReadImages(JsonElement json)
    {
        var rows = new EntityImageCollection[json.GetArrayLength()];
        for (var i = 0; i < rows.Length; i++)
        {
            var images = rows[i] = [];
            SdkJson.ReadMembers(json[i], (alias, image) => images[alias] = (Entity)image!);
        }

        return rows;
    }
}
