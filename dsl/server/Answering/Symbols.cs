using System.Linq;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>The outline in the protocol's terms.</summary>
internal static class Symbols
{
    public static ProtocolSymbol Of(DocumentSymbol symbol) => new(
        symbol.Name,
        symbol.Kind == "clause" ? "" : symbol.Kind,
        Kind(symbol.Kind),
        Protocol.Range.Of(symbol.Range),
        Protocol.Range.Of(symbol.NameRange),
        [.. symbol.Children.Select(Of)]);

    // SymbolKind of the protocol.
    private static int Kind(string kind) => kind switch
    {
        "role" => 10,
        "field" => 8,
        "example" => 24,
        "clause" => 7,
        _ => 12,
    };
}
