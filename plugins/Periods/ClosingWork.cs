using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// Tells the add-on's own close of a month from a person who writes the same columns. Who may start the close needs Write on periods;
/// that privilege alone must not let him do by hand what the close does after its checks.
/// </summary>
internal static class ClosingWork
{
    private const string Begins = "cov_CloseMonth";

    /// <summary>Whether the close causes the event: the custom API that begins it, or a work item that carries it on.</summary>
    public static bool Causes(PluginEvent happened) => happened.ComesOf(Begins) || happened.ComesOf(WorkItem.Table);
}
