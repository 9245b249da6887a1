using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using TextMateSharp.Grammars;
using TextMateSharp.Internal.Grammars.Reader;
using TextMateSharp.Internal.Themes.Reader;
using TextMateSharp.Internal.Types;
using TextMateSharp.Registry;
using TextMateSharp.Themes;

namespace CrmAddon.Rules.LanguageServer.Tests.Colours;

/// <summary>The grammar file that ships, as an editor loads it.</summary>
internal sealed class GrammarFile : IRegistryOptions
{
    public static IGrammar Load() => new Registry(new GrammarFile()).LoadGrammar("source.crmaddon-rules");

    public IRawGrammar GetGrammar(string scopeName)
    {
        using var file = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Grammar", "crmaddon-rules.tmLanguage.json"));
        return GrammarReader.ReadGrammarSync(file);
    }

    public ICollection<string> GetInjections(string scopeName) => [];

    public IRawTheme GetTheme(string scopeName) => GetDefaultTheme();

    public IRawTheme GetDefaultTheme()
    {
        using var none = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes("""{ "name": "none", "tokenColors": [] }""")));
        return ThemeReader.ReadThemeSync(none);
    }
}
