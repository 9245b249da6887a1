using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>One row of a message: what is written, and the row before and after for the images.</summary>
internal sealed class RowEvent(Entity? target, Guid id)
{
    /// <summary>The row to write; steps before the operation may change it. Null where the message writes no given columns.</summary>
    public Entity? Target { get; } = target;

    public Guid Id { get; } = id;

    public Entity? Before { get; set; }

    public Entity? After { get; set; }

    /// <summary>What the steps of the single message share about this row.</summary>
    public Operation? Operation { get; set; }
}
