using System.Collections.Generic;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>A stage's plan as lines that an administrator reads.</summary>
internal static class PlanText
{
    /// <summary>The lines of one change.</summary>
    public static IEnumerable<string> Of(Change change)
    {
        yield return $"  {Sign(change.Kind)} {change.Subject}";
        foreach (var detail in change.Details)
            yield return $"      {detail}";
    }

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => '+',
        ChangeKind.Alter => '~',
        ChangeKind.Remove => '-',
        _ => ' ',
    };
}
