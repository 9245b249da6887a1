using System.Collections.Generic;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary>The messages about solutions, by name.</summary>
internal static class SolutionMessages
{
    public static IEnumerable<(string Name, IMessage Message)> All(Organization organization)
    {
        yield return ("ImportSolution", new ImportSolutionMessage(organization, isUpgrade: false));
        yield return ("ImportSolutionAsync", new ImportSolutionAsyncMessage(organization, isUpgrade: false));
        yield return ("StageAndUpgrade", new ImportSolutionMessage(organization, isUpgrade: true));
        yield return ("StageAndUpgradeAsync", new ImportSolutionAsyncMessage(organization, isUpgrade: true));
        yield return ("DeleteAndPromote", new DeleteAndPromoteMessage(organization));
        yield return ("DeleteAndPromoteAsync", new DeleteAndPromoteAsyncMessage(organization));
        yield return ("ExportSolution", new ExportSolutionMessage(organization));
        yield return ("PublishXml", new PublishMessage(organization, isAll: false));
        yield return ("PublishAllXml", new PublishMessage(organization, isAll: true));
        yield return ("PublishAllXmlAsync", new PublishAllAsyncMessage(organization));
        yield return ("AddSolutionComponent", new SolutionComponentMessage(organization, adds: true));
        yield return ("RemoveSolutionComponent", new SolutionComponentMessage(organization, adds: false));
        yield return ("RetrieveUnpublished", new RetrieveUnpublishedMessage(organization));
    }
}
