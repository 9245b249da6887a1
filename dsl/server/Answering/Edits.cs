using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>Edits in the protocol's terms.</summary>
internal static class Edits
{
    public static ProtocolEdit Of(TextEdit edit) => new(Protocol.Range.Of(edit.Range), edit.NewText);

    public static WorkspaceEdit Of(OpenDocument document, IEnumerable<TextEdit> edits) =>
        new(new Dictionary<string, IReadOnlyList<ProtocolEdit>> { [document.Uri] = [.. edits.Select(Of)] });
}
