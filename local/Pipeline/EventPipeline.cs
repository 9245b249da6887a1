using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// The stages of a message: pre-validation (before the transaction of an outermost operation), pre-operation, the operation
/// itself, post-operation, and the asynchronous steps queued beside what was written. Whatever fails undoes all of it.
/// </summary>
internal sealed class EventPipeline(Organization organization)
{
    private readonly PluginRunner _runner = new(organization);

    /// <summary>The whole way of a message.</summary>
    public void Run(PipelineEvent message, Action operation)
    {
        PreValidate(message);
        organization.Transactions.Run(() => Do(() => Carry(message, operation)));
    }

    /// <summary>The stage before the transaction.</summary>
    public void PreValidate(PipelineEvent message)
    {
        if (message.Invoked.Depth > Operation.DeepestAllowed)
        {
            throw Messages.Faults.TooDeep();
        }

        if (message.Steps.Any)
        {
            CheckBypass(message);
            CheckSize(message);
            RunStage(message, message.Steps.PreValidation);
        }

        message.Check?.Invoke();
    }

    /// <summary>The stages inside the transaction.</summary>
    public void Carry(PipelineEvent message, Action operation)
    {
        if (!message.Steps.Any)
        {
            operation();
            return;
        }

        ReadImages(message, message.Steps.Before, (row, image) => row.Before = image);
        RunStage(message, message.Steps.PreOperation);
        operation();
        ReadImages(message, message.Steps.After, (row, image) => row.After = image);
        RunStage(message, message.Steps.PostOperation);
        Queue(message);
    }

    private static bool Do(Action work)
    {
        work();
        return true;
    }

    private void CheckBypass(PipelineEvent message)
    {
        if (message.Invoked.Bypass is { } bypass)
        {
            organization.Access.DemandPrivilege(message.Invoked.Caller, bypass.Privilege);
        }
    }

    private void CheckSize(PipelineEvent message)
    {
        if (organization.Options.Rules.MessageSize is { } most && PayloadSize.Of(message.Invoked.Inputs) is var size && size > most)
        {
            throw Messages.Faults.MessageSize(size);
        }
    }

    private void RunStage(PipelineEvent message, Step[] steps)
    {
        foreach (var step in steps)
        {
            if (message.Invoked.Bypass?.Skips(step) == true)
            {
                continue;
            }

            foreach (var context in Contexts(message, step))
            {
                organization.Transactions.CheckUsable();
                _runner.Run(step.Class, context);
            }
        }
    }

    private void Queue(PipelineEvent message)
    {
        foreach (var step in message.Steps.Asynchronous)
        {
            if (message.Invoked.Bypass?.Skips(step) == true)
            {
                continue;
            }

            foreach (var context in Contexts(message, step))
            {
                organization.Jobs.Enqueue(step, context);
            }
        }
    }

    /// <summary>One context for a step of a multiple message, one for each row for a step of a single message.</summary>
    private IEnumerable<PluginContext> Contexts(PipelineEvent message, Step step)
    {
        if (step.IsMultiple)
        {
            if (message.Rows.Any(r => step.Concerns(r.Target)))
            {
                yield return Context(message.ForAll(), step, message.Rows);
            }

            yield break;
        }

        foreach (var row in message.Rows)
        {
            if (step.Concerns(row.Target))
            {
                yield return Context(message.ForRow(row), step, [row]);
            }
        }
    }

    private PluginContext Context(Operation operation, Step step, IReadOnlyList<RowEvent> rows) =>
        new(operation, (int)step.Stage, (int)step.Mode, organization)
        {
            IsInTransaction = organization.Transactions.Active && step.Mode == StepMode.Synchronous,
            Step = step.Reference,
            RunAs = step.RunAs,
            PreEntityImagesCollection = step.WantsBefore ? [.. rows.Select(r => Images(step, ImageType.Post, r.Before))] : [],
            PostEntityImagesCollection = step.WantsAfter ? [.. rows.Select(r => Images(step, ImageType.Pre, r.After))] : [],
        };

    private void ReadImages(PipelineEvent message, IReadOnlyList<Metadata.ColumnMetadata>? columns, Action<RowEvent, Entity?> set)
    {
        if (columns is null)
        {
            return;
        }

        foreach (var row in message.Rows)
        {
            set(row, organization.Rows.Read(message.Table!, row.Id, columns));
        }
    }

    /// <summary>The step's images of one row, each with the columns that were registered and no others.</summary>
    private static EntityImageCollection Images(Step step, ImageType notThis, Entity? row)
    {
        var images = new EntityImageCollection();
        if (row is null)
        {
            return images;
        }

        foreach (var image in step.Images.Where(i => i.Type != notThis))
        {
            var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
            foreach (var (name, value) in row.Attributes)
            {
                if (image.Columns.Count == 0 || image.Columns.Contains(name) || (value is Guid id && id == row.Id))
                {
                    copy.Attributes[name] = value;
                    if (row.FormattedValues.TryGetValue(name, out var label))
                    {
                        copy.FormattedValues[name] = label;
                    }
                }
            }

            images[image.Alias] = copy;
        }

        return images;
    }
}
