using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>A text in the languages that the solution gives it in.</summary>
internal sealed class LocalText
{
    private const int English = 1033;

    /// <summary>Texts by language code, as declared; at least one.</summary>
    public required IReadOnlyList<(int Language, string Text)> All { get; init; }

    /// <summary>The English text, or the first one.</summary>
    public string Text
    {
        get
        {
            foreach (var (language, text) in All)
            {
                if (language == English)
                {
                    return text;
                }
            }

            return All[0].Text;
        }
    }

    public static LocalText Of(string text) => new() { All = [(English, text)] };
}
