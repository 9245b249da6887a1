using System;
using System.Linq;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Says what it sees of an order that is written, when the order's notes ask for it.</summary>
[Step("51000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_order", Stage = Stage.PreValidation)]
[Step("51000000-0000-0000-0000-000000000002", Message = "Create", Table = "fix_order", Stage = Stage.PreOperation, Rank = 2)]
[Step("51000000-0000-0000-0000-000000000003", Message = "Create", Table = "fix_order", Stage = Stage.PostOperation)]
[Image("51000000-0000-0000-0000-000000000013", StepId = "51000000-0000-0000-0000-000000000003", Type = ImageType.Post, Alias = "after", Columns = "fix_number,fix_amount")]
public sealed class TraceOrders : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        if (!step.Notes.StartsWith("trace", StringComparison.Ordinal))
        {
            return;
        }

        var context = step.Context;
        if (context.Stage == 20)
        {
            context.SharedVariables["stamp"] = "stamped";
            step.Target["fix_quantity"] = 7;
        }

        var image = context.PostEntityImages.TryGetValue("after", out var after)
            ? string.Join(",", after.Attributes.Keys.Order(StringComparer.Ordinal))
            : "-";
        context.SharedVariables.TryGetValue("stamp", out var stamp);
        step.Leave($"{context.MessageName} {context.Stage} depth {context.Depth} tx {context.IsInTransaction} shared {stamp} image {image}");
    }
}

/// <summary>Runs before <see cref="TraceOrders"/> by its rank and says so, or spoils the row where the notes ask for that.</summary>
[Step("51000000-0000-0000-0000-000000000004", Message = "Create", Table = "fix_order", Stage = Stage.PreOperation, Rank = 1)]
public sealed class RankedFirst : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        if (step.Notes.StartsWith("trace", StringComparison.Ordinal))
        {
            step.Leave($"first");
        }
        else if (step.Notes == "wrong type")
        {
            step.Target["fix_number"] = 7;
        }
    }
}

/// <summary>Says which columns an update brings, and which state a SetState.</summary>
[Step("51000000-0000-0000-0000-000000000021", Message = "Update", Table = "fix_order", Stage = Stage.PreValidation, Filter = "statuscode")]
[Step("51000000-0000-0000-0000-000000000022", Message = "Update", Table = "fix_order", Stage = Stage.PreOperation, Filter = "statuscode,fix_quantity")]
[Step("51000000-0000-0000-0000-000000000023", Message = "SetState", Table = "fix_order")]
[Image("51000000-0000-0000-0000-000000000033", StepId = "51000000-0000-0000-0000-000000000023", Type = ImageType.Both, Alias = "order", Columns = "statuscode")]
public sealed class TraceStates : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        if (step.Context.MessageName == "SetState")
        {
            step.Leave($"SetState {Status(step.Context.PreEntityImages)} -> {Status(step.Context.PostEntityImages)}");
        }
        else if (step.Target.Contains("statuscode") || step.Target.GetAttributeValue<int?>("fix_quantity") == 99)
        {
            step.Leave($"{step.Context.Stage}: {string.Join(",", step.Target.Attributes.Keys.Order(StringComparer.Ordinal))}");
        }
    }

    private static int? Status(EntityImageCollection images) => images["order"].GetAttributeValue<OptionSetValue>("statuscode")?.Value;
}

/// <summary>Says what an update or a deletion changes, from the images.</summary>
[Step("51000000-0000-0000-0000-000000000005", Message = "Update", Table = "fix_order", Filter = "fix_amount,statecode")]
[Image("51000000-0000-0000-0000-000000000015", StepId = "51000000-0000-0000-0000-000000000005", Type = ImageType.Both, Alias = "order", Columns = "fix_amount")]
[Step("51000000-0000-0000-0000-000000000006", Message = "Delete", Table = "fix_order", Stage = Stage.PreOperation)]
[Image("51000000-0000-0000-0000-000000000016", StepId = "51000000-0000-0000-0000-000000000006", Type = ImageType.Pre, Alias = "order", Columns = "fix_name,fix_amount")]
public sealed class TraceChanges : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        var before = step.Context.PreEntityImages["order"];
        var after = step.Context.PostEntityImages.TryGetValue("order", out var row) ? row : null;
        step.Leave($"{step.Context.MessageName}: {before.GetAttributeValue<Money>("fix_amount")?.Value} -> {after?.GetAttributeValue<Money>("fix_amount")?.Value} ({string.Join(",", before.Attributes.Keys)})");
    }
}
