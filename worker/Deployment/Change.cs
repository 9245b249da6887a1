using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Deployment;

/// <summary>One thing that a stage would do: as a line for people, and the deed.</summary>
/// <param name="Kind">What becomes of the subject.</param>
/// <param name="Subject">What is changed, such as <c>step Update of opportunity</c>.</param>
/// <param name="ApplyAsync">Does it.</param>
internal sealed record Change(ChangeKind Kind, string Subject, Func<CancellationToken, Task> ApplyAsync)
{
    /// <summary>What is different, a line each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
