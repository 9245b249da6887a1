using System.IO;
using System.Text;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Where lines for people are written: in colours where they are welcome, and never with control characters of a file.</summary>
/// <param name="writer">Takes the text.</param>
/// <param name="colours">Whether it understands colours and the person wants them.</param>
/// <param name="interactive">Whether a person looks on, so that a line may be written over.</param>
internal sealed class Screen(TextWriter writer, bool colours, bool interactive)
{
    /// <summary>For what is read by machines.</summary>
    public TextWriter Writer => writer;

    /// <summary>Whether a person looks on.</summary>
    public bool IsInteractive => interactive;

    /// <summary>Writes a piece of a line.</summary>
    public void Piece(string text, Ink ink = Ink.Plain)
    {
        if (colours && ink != Ink.Plain)
            writer.Write($"\u001b[{(int)ink}m{Harmless(text)}\u001b[0m");
        else
            writer.Write(Harmless(text));
    }

    /// <summary>Writes a line; several where the text has line ends.</summary>
    public void Line(string text = "", Ink ink = Ink.Plain)
    {
        Piece(text, ink);
        writer.Write('\n');
    }

    // A name in a file could carry commands to the terminal.
    private static string Harmless(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] != '\n')
                (clean ??= new StringBuilder(text))[i] = '\uFFFD';
        }
        return clean?.ToString() ?? text;
    }
}
