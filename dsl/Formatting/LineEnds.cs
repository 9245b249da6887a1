namespace CrmAddon.Rules.Formatting;

internal static class LineEnds
{
    /// <summary>CRLF where every line of the text ends so; LF otherwise.</summary>
    public static string Of(string text)
    {
        var any = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                any = true;
                i++;
            }
            else if (text[i] is '\r' or '\n')
            {
                return "\n";
            }
        }
        return any ? "\r\n" : "\n";
    }
}
