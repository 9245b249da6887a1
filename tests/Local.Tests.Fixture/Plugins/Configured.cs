using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Says how it was configured and whom it works for.</summary>
[Step("56000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_note", Configuration = "declared")]
public sealed class Configured(string unsecure, string secure) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        step.Leave($"{unsecure}/{secure} user {step.Context.UserId} initiating {step.Context.InitiatingUserId} {step.Context.OwningExtension.Name}");
    }
}

/// <summary>Has one piece of configuration; its job goes when it succeeded.</summary>
[Step("56000000-0000-0000-0000-000000000002", Message = "Update", Table = "fix_note", Mode = Mode.Asynchronous, AsyncAutoDelete = true)]
public sealed class Forgotten(string unsecure) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        step.Leave($"forgotten '{unsecure}'");
        if (step.Target.GetAttributeValue<string>("fix_text") == "fail")
        {
            throw new InvalidPluginExecutionException("It stays.");
        }
    }
}

/// <summary>Changes what is asked for and what is answered.</summary>
[Step("56000000-0000-0000-0000-000000000003", Message = "Retrieve", Table = "fix_note")]
[Step("56000000-0000-0000-0000-000000000004", Message = "RetrieveMultiple", Table = "fix_note", Stage = Stage.PreOperation)]
[Step("56000000-0000-0000-0000-000000000005", Message = "RetrieveMultiple", Table = "fix_note")]
public sealed class Censor : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = new StepContext(serviceProvider).Context;
        if (context.MessageName == "Retrieve")
        {
            var row = (Entity)context.OutputParameters["BusinessEntity"]!;
            if (row.Contains("fix_text"))
            {
                row["fix_text"] = "***";
            }
        }
        else if (context.Stage == 20 && context.InputParameters["Query"] is QueryExpression query)
        {
            query.Criteria.AddCondition("fix_text", ConditionOperator.NotEqual, "secret");
        }
        else if (context.Stage == 40)
        {
            foreach (var row in ((EntityCollection)context.OutputParameters["BusinessEntityCollection"]!).Entities)
            {
                row["fix_text"] = row.GetAttributeValue<string>("fix_text") + "!";
            }
        }
    }
}

/// <summary>Is told of queries later: the query travels with the system job.</summary>
[Step("56000000-0000-0000-0000-000000000006", Message = "RetrieveMultiple", Table = "fix_contract", Mode = Mode.Asynchronous)]
public sealed class Audit : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        var query = (QueryExpression)step.Context.InputParameters["Query"]!;
        var rows = (EntityCollection)step.Context.OutputParameters["BusinessEntityCollection"]!;
        step.Leave($"asked {query.EntityName} for {string.Join(",", query.ColumnSet.Columns)} where {query.Criteria.Conditions[0].AttributeName}, got {rows.Entities.Count}");
    }
}
