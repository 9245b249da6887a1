using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>A stage's plan as lines that an administrator reads.</summary>
internal static class PlanText
{
    private const int Few = 12;

    /// <summary>The lines of one change.</summary>
    public static IEnumerable<string> Of(Change change)
    {
        yield return $"  {Sign(change.Kind)} {change.Subject}";
        foreach (var detail in change.Details)
            yield return $"      {detail}";
    }

    /// <summary>The lines of all changes; of many, only how many there are, because <c>--what-if</c> tells each.</summary>
    public static IEnumerable<string> InShort(IReadOnlyList<Change> changes) => changes.Count <= Few
        ? changes.SelectMany(Of)
        : changes.GroupBy(change => change.Kind).Select(alike => $"  {Sign(alike.Key)} {alike.Count()} {Past(alike.Key)}");

    private static string Past(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => "to come",
        ChangeKind.Alter => "to change",
        _ => "to go",
    };

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => '+',
        ChangeKind.Alter => '~',
        _ => '-',
    };
}
