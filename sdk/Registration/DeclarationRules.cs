using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Registration;

/// <summary>What the platform refuses to register, said before anybody tries.</summary>
internal static class DeclarationRules
{
    private static readonly string[] WithFilter = ["Update", "UpdateMultiple"];
    private static readonly string[] WithImages =
        ["Assign", "Create", "CreateMultiple", "Delete", "Merge", "Route", "Send", "SetState", "SetStateDynamicEntity", "Update", "UpdateMultiple"];

    private static readonly string[] WithoutPreImage = ["Create", "CreateMultiple"];

    internal static void Check(string typeName, StepInfo step, List<string> problems)
    {
        var where = $"{typeName}: the step {step.Id}";
        if (step.Message.Length == 0)
            problems.Add($"{where} names no message.");
        if (step.Mode == StepMode.Asynchronous && step.Stage != StepStage.PostOperation)
            problems.Add($"{where} is asynchronous; such steps run in the stage PostOperation only.");
        if (step.Filter.Count > 0 && !WithFilter.Contains(step.Message, StringComparer.Ordinal))
            problems.Add($"{where} filters columns, which only {string.Join(" and ", WithFilter)} can; {step.Message} would run always.");

        if (step.Filter.Count > 0 && step.Table is null)
            problems.Add($"{where} filters columns but names no table.");
        if (step.AsyncAutoDelete && step.Mode != StepMode.Asynchronous)
            problems.Add($"{where} deletes its system job on success, but only asynchronous steps have one.");

        foreach (var image in step.Images)
            Check(where, step, image, problems);
        foreach (var alias in step.Images.GroupBy(i => (i.Alias, i.Type)).Where(g => g.Count() > 1))
            problems.Add($"{where} has more than one {alias.Key.Type} image called '{alias.Key.Alias}'.");
    }

    internal static void CheckAcross(IReadOnlyList<PluginTypeInfo> types, List<string> problems)
    {
        var ids = types.SelectMany(
            t => t.Steps.Select(s => (s.Id, t.TypeName)).Concat(t.Steps.SelectMany(s => s.Images).Select(i => (i.Id, t.TypeName))));
        foreach (var id in ids.Where(i => i.Id != Guid.Empty).GroupBy(i => i.Id).Where(g => g.Count() > 1))
            problems.Add($"The id {id.Key} is declared more than once: {Names(id.Select(i => i.TypeName))}. Give each step and image its own.");

        foreach (var api in types.Where(t => t.CustomApi is not null).GroupBy(t => t.CustomApi).Where(g => g.Count() > 1))
            problems.Add($"The custom API {api.Key} is carried out by more than one class: {Names(api.Select(t => t.TypeName))}.");
    }

    private static void Check(string where, StepInfo step, ImageInfo image, List<string> problems)
    {
        if (image.Alias.Length == 0)
            problems.Add($"{where} has an image ({image.Id}) without an alias.");
        if (!WithImages.Contains(step.Message, StringComparer.Ordinal))
            problems.Add($"{where} has an image ({image.Id}), which the message {step.Message} does not support: read the row instead.");
        if (image.Type != ImageType.Post && WithoutPreImage.Contains(step.Message, StringComparer.Ordinal))
            problems.Add($"{where} asks for a row before its {step.Message} (image {image.Id}), when there is none.");
        if (image.Type != ImageType.Pre && step.Message == "Delete")
            problems.Add($"{where} asks for a row after its {step.Message} (image {image.Id}), when there is none.");
        if (image.Type != ImageType.Pre && step.Stage != StepStage.PostOperation)
            problems.Add($"{where} runs before the operation but asks for the row after it (image {image.Id}).");
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
