using System;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Plugins;

/// <summary>Does what the lines below a step say, with the services that the platform hands to a plug-in.</summary>
internal sealed class StepScript(World world, Block step)
{
    public void Run(IServiceProvider services)
    {
        var call = new StepCall(services, world, step);
        foreach (var line in step.Children)
        {
            if (!Do(call, line.With(call.Fill(line, line.Text))))
            {
                return;
            }
        }
    }

    /// <summary>False where the step ends here.</summary>
    private bool Do(StepCall call, Block line)
    {
        var rest = line.Text[line.FirstWord.Length..].Trim();
        switch (line.FirstWord)
        {
            case "trace":
                call.Tracing.Trace(rest.Unquote());
                break;
            case "refuse":
                throw new InvalidPluginExecutionException(rest.Unquote());
            case "retry":
                throw new InvalidPluginExecutionException(OperationStatus.Retry, rest.Unquote());
            case "cancel":
                throw new InvalidPluginExecutionException(OperationStatus.Canceled, rest.Unquote());
            case "crash":
                throw new InvalidOperationException(rest.Unquote());
            case "only":
                return Holds(line, rest);
            case "shared":
                var (name, value) = rest.AtEquals() ?? throw line.Error("shared NAME = TEXT");
                call.Context.SharedVariables[name] = value.Unquote();
                break;
            case "target":
                SetTarget(call, line, rest);
                break;
            case "output":
                var (output, result) = rest.AtEquals() ?? throw line.Error("output NAME = VALUE");
                call.Context.OutputParameters[output] = ValueReader.Read(line, world.Metadata, world.Names, string.Empty, output, result);
                break;
            case "ignore":
                Ignore(call, line.With(rest));
                break;
            case "as":
                As(call, line, rest);
                break;
            default:
                call.Send(line, call.Service);
                break;
        }

        return true;
    }

    /// <summary><c>only when TEXT is TEXT</c>, <c>only when TEXT is not TEXT</c>.</summary>
    private static bool Holds(Block line, string rest)
    {
        var text = rest.StartsWith("when ", StringComparison.Ordinal) ? rest["when ".Length..] : throw line.Error("only when A is B");
        var not = text.Split(" is not ", StringSplitOptions.TrimEntries);
        var parts = not.Length == 2 ? not : text.Split(" is ", StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? (parts[0].Unquote() == parts[1].Unquote()) == (not.Length != 2) : throw line.Error("only when A is B");
    }

    /// <summary><c>target COLUMN = VALUE</c>, <c>target without COLUMN</c>.</summary>
    private void SetTarget(StepCall call, Block line, string rest)
    {
        var target = (Entity)call.Context.InputParameters["Target"]!;
        if (rest.StartsWith("without ", StringComparison.Ordinal))
        {
            target.Attributes.Remove(rest["without ".Length..].Trim());
            return;
        }

        var (column, value) = rest.AtEquals() ?? throw line.Error("target COLUMN = VALUE");
        target[column] = ValueReader.Read(line, world.Metadata, world.Names, target.LogicalName, column, value);
    }

    private static void Ignore(StepCall call, Block line)
    {
        try
        {
            call.Send(line, call.Service);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            call.Tracing.Trace(string.Create(CultureInfo.InvariantCulture, $"ignored 0x{fault.Detail.ErrorCode:X8}"));
        }
    }

    /// <summary><c>as USER: OPERATION</c>; <c>as system: ...</c> is what a null user id stands for, <c>as caller: ...</c> the empty one.</summary>
    private void As(StepCall call, Block line, string rest)
    {
        var (user, operation) = rest.AtColon();
        Guid? id = user switch
        {
            "system" => null,
            "caller" => Guid.Empty,
            _ => world.Names.Read(line, user).Id,
        };
        call.Send(line.With(operation ?? throw line.Error("as USER: OPERATION")), call.Factory.CreateOrganizationService(id));
    }
}
