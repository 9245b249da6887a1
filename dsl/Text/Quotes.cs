namespace CrmAddon.Rules.Text;

internal static class Quotes
{
    /// <summary>Whether it is a quotation mark that word processors put in place of the straight one.</summary>
    public static bool IsCurly(char c) => c is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB';
}
