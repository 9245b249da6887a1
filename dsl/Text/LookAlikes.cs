namespace CrmAddon.Rules.Text;

/// <summary>Finds words whose letters look like other letters, so that two different names read the same.</summary>
internal static class LookAlikes
{
    // Cyrillic and Greek letters that are drawn like a Latin one. Facts of the Unicode confusables list, the common part.
    private const string LatinTwins =
        "АВЕЅІЈКМНОРСТУХЗԁаеіјѕорсухһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳνιαρυ";

    private enum Script
    {
        Neutral,
        Latin,
        Other,
        Disguised,
    }

    /// <summary>Whether a word mixes Latin letters with letters of a script that has look-alikes of them.</summary>
    public static bool IsMixed(string word)
    {
        var latin = false;
        var other = false;
        foreach (var c in word)
        {
            var script = ScriptOf(c);
            if (script == Script.Disguised)
                return true;
            latin |= script == Script.Latin;
            other |= script == Script.Other;
        }
        return latin && other;
    }

    /// <summary>Whether every letter of a name is the look-alike of a Latin one.</summary>
    public static bool IsTwin(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            if (LatinTwins.IndexOf(c) < 0)
                return false;
            letters++;
        }
        return letters > 0;
    }

    private static Script ScriptOf(char c) => c switch
    {
        _ when !char.IsLetter(c) => Script.Neutral,
        <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        (>= '\uFF21' and <= '\uFF5A') or (>= '\uA720' and <= '\uA7FF') or (>= '\u0250' and <= '\u02AF') => Script.Disguised,
        (>= '\u0370' and <= '\u058F') or (>= '\u13A0' and <= '\u13FF') or (>= '\u1F00' and <= '\u1FFF') => Script.Other,
        _ => Script.Neutral,
    };
}
