using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads steps that a solution registers (SdkMessageProcessingSteps/*.xml).</summary>
internal static class StepReader
{
    public static StepDeclaration Read(XElement step)
    {
        var id = step.IdAttribute("SdkMessageProcessingStepId");
        var type = step.Text("PluginTypeName") ?? step.Text("EventHandlerName") ?? "";
        var parts = type.Split(',', 3, StringSplitOptions.TrimEntries);
        var message = Guid.TryParse(step.Text("SdkMessageId"), out var messageId) ? messageId : Guid.Empty;
        return new StepDeclaration(
            id,
            step.Attribute("Name")?.Value ?? type,
            KnownMessages.NameOf(message, step.Attribute("Name")?.Value ?? ""),
            message,
            parts[0],
            parts.Length > 1 ? parts[1] : "",
            step.Text("PrimaryEntity")?.ToLowerInvariant() is { } table and not "none" ? table : null,
            step.Number("Stage") ?? 0,
            step.Number("Mode") ?? 0,
            step.Number("Rank") ?? 1,
            Names(step.Text("FilteringAttributes")),
            [.. (step.Child("SdkMessageProcessingStepImages")?.Elements() ?? []).Select(Image)],
            step.Text("Configuration"),
            step.Place())
        {
            IsEnabled = step.Number("StateCode") is null or 0,
            IsAsyncAutoDelete = step.Flag("AsyncAutoDelete"),
        };
    }

    private static StepImageDeclaration Image(XElement image) => new(
        image.Attribute("Name")?.Value ?? "",
        image.Text("EntityAlias") ?? image.Attribute("Name")?.Value ?? "",
        image.Number("ImageType") ?? 0,
        Names(image.Text("Attributes")));

    private static List<string> Names(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.ToLowerInvariant())];
}
